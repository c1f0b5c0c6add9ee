using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Scheduler.Tests.Delivery;

public sealed class OutcomeTests(TestCluster cluster) : DeliveryTest(cluster)
{
    private const long Odd = 7;

    [Fact]
    public async Task Who_blocked_the_bot_is_unsubscribed()
    {
        Ledger.Answer = (chat, _) => chat == Odd ? BotApiFailure.Blocked : null;
        var (node, broadcast) = await BroadcastToAsync(20);

        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(new BroadcastCounts { Sent = 19, Stopped = 1 }, await node.Control.CountAsync(broadcast, Cancel));
        Assert.Null(await node.Get<ISubscriberStore>().FindAsync("telegram", $"{Odd}", Cancel));
        Assert.NotNull(await node.Get<ISubscriberStore>().FindAsync("telegram", "8", Cancel));
    }

    [Fact]
    public async Task A_chat_that_does_not_exist_fails_alone()
    {
        Ledger.Answer = (chat, _) => chat == Odd ? BotApiFailure.ChatNotFound : null;
        var (node, broadcast) = await BroadcastToAsync(20);

        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(DeliveryCause.UnknownAddress, Assert.Single(await node.DeliveriesAsync(broadcast), d => d.State == DeliveryState.Failed).Cause);
    }

    [Fact]
    public async Task A_chat_that_moved_is_followed_at_once_and_remembered()
    {
        Ledger.Answer = (chat, _) => chat == Odd ? BotApiFailure.MovedTo(-70_000) : null;
        var (node, broadcast) = await BroadcastToAsync(20);

        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(1, Ledger.Received[-70_000]);
        Assert.Equal(new BroadcastCounts { Sent = 20 }, await node.Control.CountAsync(broadcast, Cancel));
        Assert.NotNull(await node.Get<ISubscriberStore>().FindAsync("telegram", "-70000", Cancel));
    }

    [Fact]
    public async Task A_message_the_channel_will_not_have_pauses_the_broadcast()
    {
        Ledger.Answer = (_, _) => BotApiFailure.Error(400, "Bad Request: message is too long");
        var (node, broadcast) = await BroadcastToAsync(100, concurrency: 2);

        var paused = await node.WhenAsync(broadcast, BroadcastState.Paused);

        var counts = await node.WhenCountsAsync(broadcast, counts => counts.Sending + counts.Reserved == 0);
        Assert.Equal(PauseReason.BadContent, paused.PausedBecause);
        Assert.InRange(counts.Failed, 1, 4);
        Assert.Equal(100, counts.Failed + counts.Pending);
    }

    [Fact]
    public async Task A_refused_token_pauses_and_fails_nobody()
    {
        var good = false;
        Ledger.Answer = (_, _) => Volatile.Read(ref good) ? null : BotApiFailure.Unauthorized;
        var (node, broadcast) = await BroadcastToAsync(50);

        var paused = await node.WhenAsync(broadcast, BroadcastState.Paused);
        await node.WhenCountsAsync(broadcast, counts => counts.Sending + counts.Reserved == 0);
        Volatile.Write(ref good, true);
        await node.Control.ResumeAsync(broadcast, Cancel);
        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(PauseReason.TokenRefused, paused.PausedBecause);
        Assert.Equal(new BroadcastCounts { Sent = 50 }, await node.Control.CountAsync(broadcast, Cancel));
    }

    [Fact]
    public async Task Another_bots_token_unsubscribes_a_few_and_then_pauses()
    {
        Ledger.Answer = (_, _) => BotApiFailure.Error(403, "Forbidden: bot can't initiate conversation with a user");
        var (node, broadcast) = await BroadcastToAsync(300);

        var paused = await node.WhenAsync(broadcast, BroadcastState.Paused);

        Assert.Equal(PauseReason.TooManyFailures, paused.PausedBecause);
        Assert.InRange((await node.WhenCountsAsync(broadcast, counts => counts.Sending + counts.Reserved == 0)).Stopped, 40, 60);
    }

    [Fact]
    public async Task A_lost_answer_is_listed_as_a_doubt_and_sent_again()
    {
        var times = 0;
        Ledger.Answer = (chat, _) => chat == Odd && Interlocked.Increment(ref times) == 1 ? BotApiFailure.Held with { DoIt = true } : null;
        var (node, broadcast) = await BroadcastToAsync(20);

        await node.WhenAsync(broadcast, BroadcastState.Done);

        var doubt = Assert.Single(await node.DeliveriesAsync(broadcast), d => d.DoubtedAt is not null);
        Assert.Equal(DeliveryState.Sent, doubt.State);
        Assert.Equal(2, Ledger.Received[Odd]);
        Assert.Single(node.Logs.Lines, line => line.Contains("Doubt:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_answer_is_only_listed_where_the_campaign_says_so()
    {
        Ledger.Answer = (chat, _) => chat == Odd ? BotApiFailure.Held with { DoIt = true } : null;
        var (node, broadcast) = await BroadcastToAsync(20, listsDoubts: true);

        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(new BroadcastCounts { Sent = 19, InDoubt = 1 }, await node.Control.CountAsync(broadcast, Cancel));
        Assert.Equal(1, Ledger.Received[Odd]);
    }

    [Fact]
    public async Task A_figure_without_a_value_today_pauses_before_anyone_is_written_to()
    {
        var node = await NodeAsync();
        await node.SubscribeAsync(10);

        var broadcast = await node.BroadcastAsync(text: "Mức mới là {{khong-co-so-nay}}.");

        Assert.Equal(PauseReason.BadContent, (await node.WhenAsync(broadcast, BroadcastState.Paused)).PausedBecause);
        Assert.Empty(Ledger.Calls);
    }
}
