using System.Net;
using System.Text.Json;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.Host;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_tells_of_content_and_storage()
    {
        await using var house = await RunningHouse.StartAsync();

        var ready = JsonDocument.Parse(await house.Http.GetStringAsync(new Uri(house.Public, "/health/ready"), TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal("good", ready.GetProperty("content").GetString());
        Assert.Equal("inmemory", ready.GetProperty("storage").GetString());
    }

    [Fact]
    public async Task Broken_content_is_degraded_and_still_ready()
    {
        var folder = SmallLibrary.Write(("vi/faq/bhxh/hong.md", "---\nid: khac\n---\nx\n"));
        await using var house = await RunningHouse.StartAsync("--Content:Path=" + folder);

        using var response = await house.Http.GetAsync(new Uri(house.Public, "/health/ready"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"content\":\"degraded\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alive_needs_nothing() =>
        Assert.Equal(HttpStatusCode.OK, await AliveAsync());

    private static async Task<HttpStatusCode> AliveAsync()
    {
        await using var house = await RunningHouse.StartAsync();
        return await house.AskAsync(HttpMethod.Get, house.Public, "/health/live");
    }
}
