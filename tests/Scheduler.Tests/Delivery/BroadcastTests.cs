using System.Collections.Concurrent;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Delivery;

public sealed class BroadcastTests(TestCluster cluster) : DeliveryTest(cluster)
{
    [Fact]
    public async Task Everyone_is_written_to_once()
    {
        var (node, broadcast) = await BroadcastToAsync(300);

        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(Enumerable.Range(1, 300).Select(chat => (long)chat), Ledger.Received.Keys.Order());
        Assert.All(Ledger.Received.Values, count => Assert.Equal(1, count));
        Assert.Equal(new BroadcastCounts { Sent = 300 }, await node.Control.CountAsync(broadcast, Cancel));
        Assert.All(Ledger.Calls, call => Assert.Contains("lương tối thiểu", call.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Never_more_are_written_as_being_sent_than_may_be_in_doubt()
    {
        var node = await NodeAsync(concurrency: 6);
        await node.SubscribeAsync(120);
        var most = new ConcurrentBag<long>();
        var begun = new TaskCompletionSource<Guid>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ledger.WhileHeld = async () => most.Add((await node.Control.CountAsync(await begun.Task, Cancel)).Sending);

        var broadcast = await node.BroadcastAsync();
        begun.SetResult(broadcast);
        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.InRange(most.Max(), 1, 6);
        Assert.InRange(Ledger.MostHeld, 1, 6);
    }

    [Fact]
    public async Task A_paused_broadcast_sends_no_more_and_goes_on_where_it_was()
    {
        Ledger.Hold();
        var (node, broadcast) = await BroadcastToAsync(100, concurrency: 4);
        await Ledger.WhenCalledAsync(Cancel);

        await node.Control.PauseAsync(broadcast, PauseReason.Staff, Cancel);
        Ledger.Release();
        var paused = await node.WhenCountsAsync(broadcast, counts => counts.Sending + counts.Reserved == 0);
        var sentWhilePaused = Ledger.Received.Count;
        await node.Control.ResumeAsync(broadcast, Cancel);
        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.InRange(sentWhilePaused, 1, 4);
        Assert.Equal(100 - sentWhilePaused, paused.Pending);
        Assert.Equal(100, Ledger.Received.Count);
        Assert.All(Ledger.Received.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task A_cancelled_broadcast_skips_those_it_has_not_reached()
    {
        Ledger.Hold();
        var (node, broadcast) = await BroadcastToAsync(100, concurrency: 4);
        await Ledger.WhenCalledAsync(Cancel);

        await node.Control.CancelAsync(broadcast, Cancel);
        Ledger.Release();
        var counts = await node.WhenCountsAsync(broadcast, counts => counts.Open == 0);

        Assert.Equal(100, counts.Sent + counts.Skipped);
        Assert.Equal(Ledger.Received.Count, counts.Sent);
        Assert.InRange(counts.Sent, 1, 4);
    }

    [Fact]
    public async Task Who_stops_in_the_middle_is_not_written_to()
    {
        Ledger.Hold();
        var (node, broadcast) = await BroadcastToAsync(100, concurrency: 2);
        await Ledger.WhenCalledAsync(Cancel);
        await Ledger.WhenCalledAsync(Cancel);

        for (var chat = 1; chat <= 100; chat++)
        {
            await node.Get<ISubscriberStore>().StopAsync("telegram", $"{chat}", DateTimeOffset.UnixEpoch, Withdrawal.Asked, Cancel);
        }

        Ledger.Release();
        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(2, Ledger.Received.Count);
        Assert.Equal(new BroadcastCounts { Sent = 2, Stopped = 98 }, await node.Control.CountAsync(broadcast, Cancel));
    }

    [Fact]
    public async Task Two_broadcasts_share_the_channel()
    {
        var (node, first) = await BroadcastToAsync(60);
        var second = await node.BroadcastAsync();

        await node.WhenAsync(first, BroadcastState.Done);
        await node.WhenAsync(second, BroadcastState.Done);

        Assert.Equal(60, Ledger.Received.Count);
        Assert.All(Ledger.Received.Values, count => Assert.Equal(2, count));
    }

    [Fact]
    public async Task An_audience_of_nobody_is_done_at_once()
    {
        var (node, broadcast) = await BroadcastToAsync(0);

        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Empty(Ledger.Calls);
    }

    [Fact]
    public async Task A_stop_ends_the_calls_on_their_way_and_gives_the_rest_back()
    {
        Ledger.Hold();
        var (node, broadcast) = await BroadcastToAsync(100, concurrency: 4);
        await Ledger.WhenCalledAsync(Cancel);

        var stopping = node.StopAsync();
        Ledger.Release();
        await stopping;

        var other = await NodeAsync(start: false);
        var counts = await other.Control.CountAsync(broadcast, Cancel);
        Assert.Equal((0, 0), (counts.Sending, counts.Reserved));
        Assert.Equal(Ledger.Received.Count, counts.Sent);
        Assert.All(await other.DeliveriesAsync(broadcast), delivery => Assert.Null(delivery.DoubtedAt));
    }
}
