using Microsoft.Extensions.Logging;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.Host;

public sealed class QuietHouseTests
{
    [Fact]
    public async Task No_log_line_holds_the_path_or_the_query_of_a_request()
    {
        await using var house = await RunningHouse.StartAsync();

        await house.AskAsync(HttpMethod.Get, house.Public, $"/hoi-dap?q={SmallLibrary.Marked}");
        await house.AskAsync(HttpMethod.Get, house.Public, $"/khong-co/{SmallLibrary.Marked}");
        await house.AskAsync(HttpMethod.Post, house.Public, $"/v3/directline/conversations/{SmallLibrary.Marked}/activities");
        await house.AskAsync(HttpMethod.Get, house.Console, $"/{SmallLibrary.Marked}");

        Assert.DoesNotContain(SmallLibrary.Marked, house.Logs.All, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Rules_for_one_provider_or_a_deeper_category_do_not_get_past_ours()
    {
        await using var house = await RunningHouse.StartAsync(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            logging.AddFilter<LinesKept>(null, LogLevel.Trace);
            logging.AddFilter("microsoft.aspnetcore.routing", LogLevel.Trace);
            logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Trace);
        });

        await house.AskAsync(HttpMethod.Get, house.Public, $"/hoi-dap?q={SmallLibrary.Marked}");
        await house.AskAsync(HttpMethod.Post, house.Public, $"/v3/directline/conversations/{SmallLibrary.Marked}/activities");

        Assert.DoesNotContain(SmallLibrary.Marked, house.Logs.All, StringComparison.OrdinalIgnoreCase);
    }
}
