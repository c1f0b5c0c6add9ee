using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Help;
using Outreach.Bot.Metrics;
using Outreach.Bot.Tests.Help;
using Outreach.Bot.Tests.Host;
using Outreach.Bot.Tests.Turns;
using Outreach.Channels;

namespace Outreach.Bot.Tests.Metrics;

/// <summary>What an operator sees of the service, and what nobody may see in it.</summary>
public sealed partial class MetricsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("g:receipt")]
    [InlineData("g:chat")]
    public async Task Asking_for_help_and_being_answered_moves_not_one_number(string mode)
    {
        await using var bot = await TestBot.StartAsync();
        await AskAsync(bot, people: 199);
        var before = await ScrapeAsync(bot);

        bot.Chat = "4711";
        var code = await bot.AskForHelpAsync("nợ lương", mode);
        await bot.SendAsync(code.Grouped);
        await bot.SendAsync("0000 0000 0000 0000 0001");
        var desk = new StaffDesk(bot.Services);
        var id = Assert.Single(await desk.WaitingAsync()).Id;
        await desk.ReplyAsync(id, "Bạn giữ giấy trả lương nhé.");
        bot.Clock.Advance(TimeSpan.FromSeconds(11));
        await bot.Services.GetRequiredService<ReplyCarrier>().CarryAsync(Stop);

        Assert.Contains("outreach_turns_stored_total{channel=\"telegram\"} 100\n", before, StringComparison.Ordinal);
        Assert.Equal(before, await ScrapeAsync(bot));
    }

    [Fact]
    public async Task Turns_are_counted_where_they_leave_a_row_and_shown_in_hundreds()
    {
        await using var bot = await TestBot.StartAsync();
        await AskAsync(bot, people: 99);
        var few = await ScrapeAsync(bot);
        var last = bot.AnActivity(ActivityKind.Button, "a:nghi-ngang");

        await bot.HandInAsync(last);
        var hundred = await ScrapeAsync(bot);
        for (var i = 0; i < 200; i++)
        {
            await bot.HandInAsync(last); // brought again
        }

        Assert.Contains("outreach_turns_stored_total{channel=\"telegram\"} 0\n", few, StringComparison.Ordinal);
        Assert.Contains("outreach_turns_stored_total{channel=\"telegram\"} 100\n", hundred, StringComparison.Ordinal);
        Assert.Contains("outreach_replies_sent_total{channel=\"telegram\"} 100\n", hundred, StringComparison.Ordinal);
        Assert.Equal(hundred, await ScrapeAsync(bot));
    }

    [Fact]
    public async Task Replies_given_up_and_replies_that_wait_are_seen_one_by_one()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Sender.Next(new SendOutcome.Refused(SendFailure.UnknownAddress));
        await AskAsync(bot, people: 1);
        bot.Store.TakesNoMarks = true;
        bot.Chat = "another";
        await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Button, "a:nghi-ngang"), Stop);
        bot.Clock.Advance(TimeSpan.FromSeconds(119));
        var soon = await ScrapeAsync(bot);

        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var late = await ScrapeAsync(bot);
        bot.Store.TakesNoMarks = false;

        Assert.Contains("outreach_replies_failed_total{channel=\"telegram\"} 1\n", soon, StringComparison.Ordinal);
        Assert.Contains("outreach_outbox_late 0\n", soon, StringComparison.Ordinal);
        Assert.Contains("outreach_outbox_late 1\n", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_and_the_rest_is_told_all_the_same()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Store.IsDown = true;

        var seen = await ScrapeAsync(bot);

        Assert.Contains("outreach_storage_up 0\n", seen, StringComparison.Ordinal);
        Assert.Contains("outreach_content_state{state=\"good\"} 1\n", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("outreach_outbox_late", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("public")]
    [InlineData("console")]
    public async Task Every_node_tells_a_collector_on_its_machine_and_nobody_whom_a_proxy_brings(string roles)
    {
        await using var house = await RunningHouse.StartAsync("--Roles=" + roles);
        using var answer = await house.Http.GetAsync(new Uri(house.Console, "/metrics"), Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        using var handedOn = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Console, "/metrics")) { Headers = { { "X-Forwarded-For", "192.0.2.7" } } };
        using var refused = await house.Http.SendAsync(handedOn, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
        Assert.Contains("outreach_storage_up 1\n", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await house.AskAsync(HttpMethod.Get, house.Public, "/metrics", house.Console.Authority));
    }

    /// <summary>One question of each of so many people.</summary>
    private static async Task AskAsync(TestBot bot, int people)
    {
        for (var i = 0; i < people; i++)
        {
            bot.Chat = string.Create(CultureInfo.InvariantCulture, $"9{i}");
            await bot.PressAsync("a:nghi-ngang");
        }
    }

    /// <summary>Without what the machine and the test program do to it.</summary>
    private static async Task<string> ScrapeAsync(TestBot bot) =>
        OfTheMachine().Replace(await bot.Services.GetRequiredService<MetricsReport>().WriteAsync(Stop), "");

    [GeneratedRegex(@"^process_.*\n", RegexOptions.Multiline)]
    private static partial Regex OfTheMachine();

    [GeneratedRegex(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+=""[^""\n]*""(,[a-z]+=""[^""\n]*"")*\})? \d+)$")]
    private static partial Regex Line();
}
