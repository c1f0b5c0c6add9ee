using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Staff.Campaigns;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Staff;
using Outreach.Testing.Postgres;

namespace Outreach.Staff.Tests.Campaigns;

/// <summary>Results of broadcasts, one and several side by side, before and after their rows are gone.</summary>
public sealed class CompareTests(TestCluster cluster) : IAsyncLifetime
{
    private ConsoleHouse _house = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await ConsoleHouse.WithPhrasesAsync(await cluster.CreateDatabaseAsync(Token));

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Results_counts_and_file_are_the_same_when_the_rows_of_long_ago_are_gone()
    {
        var scene = new SentScene(_house);
        var (first, second) = (await scene.SentAsync("Tháng bảy", 120), await scene.SentAsync("Tháng tám", 95, sent: 30, state: BroadcastState.Cancelled));
        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var before = await EverythingAsync(lan, first, second);

        Assert.Equal((2, 200L), await scene.EndTimeAsync());

        var after = await EverythingAsync(lan, first, second);
        Assert.Equal(before, after);
        Assert.Contains("Sent", after, StringComparison.Ordinal);
        var page = await lan.ReadAsync($"/chien-dich/{first:D}");
        Assert.Contains("không còn giữ ai đã nhận", page, StringComparison.Ordinal);
        Assert.Contains("1 tin đang trên đường đi", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Retry", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_stand_side_by_side_with_the_same_figures_on_the_chart_in_the_table_and_in_the_file()
    {
        var scene = new SentScene(_house);
        var (first, second) = (await scene.SentAsync("=Tháng \"chín\"", 40), await scene.SentAsync("Tháng mười", 10, people: 200, sent: 150, taps: 0, change: plan => plan with
        {
            Messages = [plan.Messages[0] with { Buttons = [], Texts = plan.Messages[0].Texts.ToDictionary(text => text.Key, text => text.Value with { Quiz = null }) }],
        }));
        using var editor = await _house.SignInAsync(StaffRole.Editor);

        var page = await editor.ReadAsync($"/chien-dich/so-sanh?dot={second:D}&dot={first:D}");
        using var file = await editor.GetAsync($"/chien-dich/so-sanh?handler=Csv&dot={second:D}&dot={first:D}");
        var csv = await file.Content.ReadAsByteArrayAsync(Token);

        // The oldest first, whatever the order of choosing: 60 of 100 sent, 12 blocked, 24 left, 30 presses on 60, 33 right of 44.
        string[] expected = ["60,0", "12,0", "40,0", "50,0", "75,0"];
        string[] other = ["75,0", "6,0", "16,0", "tin không có", "tin không có"];
        var lines = Encoding.UTF8.GetString(csv[Encoding.UTF8.Preamble.Length..]).Split("\r\n");
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("\"'=Tháng \"\"chín\"\"\",\"12/10/2026 09:00\",\"100\"," + string.Join(',', expected.Select(figure => $"\"{figure}\"")), lines[1]);
        Assert.EndsWith("\"200\"," + string.Join(',', other.Select(figure => $"\"{figure}\"")), lines[2], StringComparison.Ordinal);
        var chart = page[page.IndexOf("<figure", StringComparison.Ordinal)..page.IndexOf("</figure>", StringComparison.Ordinal)];
        var table = page[page.IndexOf("id=\"table-title\"", StringComparison.Ordinal)..];
        Assert.All(expected.Concat(other), figure => Assert.Contains(">" + figure + "<", chart, StringComparison.Ordinal));
        Assert.All(expected.Concat(other), figure => Assert.Contains(">" + figure + "<", table, StringComparison.Ordinal));
        Assert.Contains("width=\"60\"", chart, StringComparison.Ordinal);
        Assert.Contains("Không kênh nào cho biết ai đã mở", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_people_are_hidden_in_every_form()
    {
        var scene = new SentScene(_house);
        var (first, second) = (await scene.SentAsync("Ít người", 40, people: 40, sent: 8, taps: 3), await scene.SentAsync("Đông", 10));
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);

        using var file = await lan.GetAsync($"/chien-dich/so-sanh?handler=Csv&dot={first:D}&dot={second:D}");
        var line = (await file.Content.ReadAsStringAsync(Token)).Split("\r\n")[1];

        Assert.Equal(["40", "dưới 10", "30,0", "dưới 10", "dưới 10", "75,0"], line.Split("\",\"")[2..].Select(cell => cell.Trim('"')));
    }

    [Fact]
    public async Task Too_few_or_too_many_are_asked_for_again_what_is_not_there_is_not_found_and_nothing_yet_is_said()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        Assert.Contains("Chưa có đủ hai đợt", await lan.ReadAsync("/chien-dich/so-sanh"), StringComparison.Ordinal);

        var scene = new SentScene(_house);
        var ids = new List<Guid>();
        for (var i = 0; i < BroadcastComparison.Most + 1; i++)
        {
            ids.Add(await scene.SentAsync($"Đợt {i}", 10 + i, people: 1, sent: 1));
        }

        string With(IEnumerable<Guid> some) => "/chien-dich/so-sanh?" + string.Join('&', some.Select(id => $"dot={id:D}"));
        Assert.DoesNotContain("<figure", await lan.ReadAsync("/chien-dich/so-sanh"), StringComparison.Ordinal);
        Assert.Contains("Bạn hãy chọn từ 2 đến 6 đợt.", await lan.ReadAsync(With(ids[..1])), StringComparison.Ordinal);
        Assert.Contains("Bạn hãy chọn từ 2 đến 6 đợt.", await lan.ReadAsync(With(ids)), StringComparison.Ordinal);
        Assert.Contains("<figure", await lan.ReadAsync(With(ids[..BroadcastComparison.Most])), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await lan.StatusAsync(With([ids[0], Guid.NewGuid()])));
        Assert.Equal(HttpStatusCode.NotFound, await lan.StatusAsync("/chien-dich/so-sanh?dot=x&dot=y"));
        Assert.Equal(HttpStatusCode.NotFound, await lan.StatusAsync(With(ids[..1]) + "&handler=Csv"));
        Assert.Contains("/chien-dich/so-sanh", await lan.ReadAsync("/chien-dich"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_the_page_says_so()
    {
        await using var house = await ConsoleHouse.StartAsync();
        using var lan = await house.SignInAsync(StaffRole.Campaigner);

        Assert.Contains("không gửi được tin nào", await lan.ReadAsync("/chien-dich/so-sanh"), StringComparison.Ordinal);
    }

    /// <summary>All that pages and files can say of broadcasts in figures.</summary>
    private async Task<string> EverythingAsync(StaffBrowser browser, params Guid[] broadcasts)
    {
        var all = new StringBuilder();
        await using var scope = _house.Services.CreateAsyncScope();
        foreach (var id in broadcasts)
        {
            await using var db = await _house.OpenDbAsync();
            var broadcast = (await db.Broadcasts.FindAsync([id], Token))!;
            all.AppendLine(JsonSerializer.Serialize(await scope.ServiceProvider.GetRequiredService<BroadcastResults>().ReadAsync(broadcast, Token), Tuples));
            all.AppendLine((await _house.Services.GetRequiredService<BroadcastControl>().CountAsync(id, Token)).ToString());
            var page = await browser.ReadAsync($"/chien-dich/{id:D}");
            all.AppendLine(page[page.IndexOf("id=\"results-title\"", StringComparison.Ordinal)..page.IndexOf("Không rõ đã tới chưa", StringComparison.Ordinal)]);
        }

        using var file = await browser.GetAsync("/chien-dich/so-sanh?handler=Csv" + string.Concat(broadcasts.Select(id => $"&dot={id:D}")));
        return all.Append(await file.Content.ReadAsStringAsync(Token)).ToString();
    }

    private static JsonSerializerOptions Tuples { get; } = new() { IncludeFields = true, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
}
