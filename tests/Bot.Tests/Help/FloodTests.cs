using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Tests.Host;
using Outreach.Bot.Tests.Turns;
using Outreach.Cases.Receipts;
using Outreach.Content.Blocks;
using Outreach.Storage;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.Help;

/// <summary>One chat that writes without end. The minute of it at full speed, beside a real database: <c>tests/Benchmarks -- flood</c>.</summary>
public sealed class FloodTests(ITestOutputHelper output)
{
    private const long Flooding = 666;
    private const int Messages = 3_000;
    private const int Others = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>It reads what it is answered, sends, opens what it sent to be let in anew, and begins again as soon as it is heard again.</summary>
    [Fact]
    public async Task Whoever_knows_the_way_and_floods_makes_one_case_and_danger_is_answered_in_the_middle_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var (code, send, began, phase) = ("", "", bot.Clock.GetUtcNow(), 0);

        for (var i = 0; i < Messages; i++)
        {
            if (bot.Clock.GetUtcNow() - began >= TimeSpan.FromSeconds(30))
            {
                (began, phase) = (bot.Clock.GetUtcNow(), 0);
            }

            string[] script = ["gặp cán bộ", "g:no:danger", "g:yes:consent", "g:chat", "g:topic:lao-dong", "nợ lương", "xong", send, code];
            var word = script[phase++ % script.Length];
            var heard = word.StartsWith("g:", StringComparison.Ordinal) ? await bot.PressAsync(word) : await bot.SendAsync(word);
            send = heard.Values.FirstOrDefault(value => value.StartsWith("g:send:", StringComparison.Ordinal)) ?? send;
            code = ReceiptCode.Parse(bot.Sender.Arrived.Count == 0 ? "" : PlainText.Of(bot.Sender.Arrived[^1].Reply.Covered).Trim())?.Grouped ?? code;
            bot.Clock.Advance(TimeSpan.FromMilliseconds(20));
            if (i == Messages / 2)
            {
                (await bot.SendAsync("chồng đánh em")).Expect("113");
            }
        }

        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Stop);
        Assert.Equal(1, await db.HelpCases.CountAsync(Stop));
    }

    [Fact]
    public async Task Codes_guessed_in_a_chat_without_end_are_hashed_five_times_in_ten_minutes()
    {
        await using var bot = await TestBot.StartAsync();
        var hasher = bot.Services.GetRequiredService<ReceiptHasher>();
        var before = hasher.Done;

        for (var i = 0; i < 1_190; i++)
        {
            await bot.SendAsync(ReceiptCode.New().Grouped);
            bot.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.Equal(TryLimits.PerBucket, hasher.Done - before);
    }

    [Fact]
    public async Task Others_are_answered_while_one_chat_floods()
    {
        var limit = new CancellationTokenSource(TimeSpan.FromSeconds(180)).Token;
        await using var telegram = await FakeBotApi.StartAsync();
        await using var house = await RunningHouse.StartAsync(
            $"--Telegram:Token={telegram.Token}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}", "--Telegram:Mode=Webhook", "--Telegram:MessagesPerSecond=1000",
            "--Telegram:WebhookUrl=https://example.invalid/webhooks/telegram", "--Telegram:WebhookSecret=0123456789abcdef0123456789abcdef");
        await telegram.WaitForWebhookAsync(limit);
        var wire = new Wire(telegram, new Uri(house.Public, "/webhooks/telegram").ToString(), limit);
        await wire.AskAsync(chats: 10_000, count: 20); // compiles the road
        var calm = await wire.AskAsync(chats: 20_000, Others);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(limit);
        var flood = wire.FloodAsync(enough.Token);
        var beside = await wire.AskAsync(chats: 30_000, Others);
        await enough.CancelAsync();
        var messages = await flood;

        output.WriteLine($"the slowest of {Others} beside a flood of one chat: {beside.TotalMilliseconds:F0} ms; in peace {calm.TotalMilliseconds:F0} ms; {messages} of its messages were taken");
        Assert.True(messages > 0);
        Assert.True(beside < TimeSpan.FromSeconds(1) || beside < calm * 10, $"{beside} beside the flood, {calm} in peace");
        Assert.InRange(telegram.Chat(Flooding).Messages.Count, 1, 60); // no answer to most of it
        await using var db = await house.Services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(limit);
        Assert.InRange(await db.HelpCases.CountAsync(limit), 0, 1);
    }

    /// <summary>Brings updates to the webhook as Telegram does.</summary>
    private sealed class Wire(FakeBotApi telegram, string webhook, CancellationToken cancellationToken)
    {
        private static readonly string[] Spam = ["gặp cán bộ", "không", "đồng ý", "mua vé số không", "xong", "gửi", "asdf", "1"];

        private int _updates = 5_000;

        /// <returns>How long the slowest waited, from the message to the answer in the chat.</returns>
        public async Task<TimeSpan> AskAsync(long chats, int count)
        {
            var slowest = TimeSpan.Zero;
            for (var i = 0; i < count; i++)
            {
                var clock = Stopwatch.StartNew();
                await BringAsync(chats + i, "nghỉ ngang có được lãnh trợ cấp thất nghiệp không", cancellationToken);
                await telegram.Chat(chats + i).WaitForAsync(1, cancellationToken);
                slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            }

            return slowest;
        }

        /// <summary>A hundred messages at once, and the next as soon as one is taken. A chat that asks for help is answered at its own pace, one a second.</summary>
        /// <returns>How many were taken until it was stopped.</returns>
        public async Task<int> FloodAsync(CancellationToken stop)
        {
            var taken = 0;
            await Task.WhenAll(Enumerable.Range(0, 100).Select(async first =>
            {
                for (var i = first; !stop.IsCancellationRequested; i++)
                {
                    try
                    {
                        await BringAsync(Flooding, Spam[i % Spam.Length], stop);
                        Interlocked.Increment(ref taken);
                    }
                    catch (OperationCanceledException) when (stop.IsCancellationRequested)
                    {
                        return;
                    }
                }
            }));
            return taken;
        }

        private async Task BringAsync(long chat, string text, CancellationToken stop)
        {
            var person = string.Create(CultureInfo.InvariantCulture, $"\"id\":{chat},\"first_name\":\"A\"");
            var update = string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"update_id\":{Interlocked.Increment(ref _updates)},\"message\":{{\"message_id\":7,\"date\":1790000000,\"text\":{JsonSerializer.Serialize(text)},") +
                $"\"chat\":{{{person},\"type\":\"private\"}},\"from\":{{{person},\"is_bot\":false,\"language_code\":\"vi\"}}}}}}";
            Assert.Equal(200, await telegram.PushAsync(update, stop, webhook));
        }
    }
}
