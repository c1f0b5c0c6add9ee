using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Scheduler.Tests.Delivery;

/// <summary>Somebody sets the clock of the machine while a broadcast runs.</summary>
public sealed class ClockJumpTests(TestCluster cluster) : DeliveryTest(cluster)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan FortyDays = TimeSpan.FromDays(40);

    [Fact]
    public async Task A_clock_that_jumps_to_and_fro_loses_nobody_and_makes_nobody_be_written_to_twice()
    {
        var clock = new JumpingClock();
        var node = await NodeAsync(concurrency: 4, time: clock);
        await node.SubscribeAsync(200);
        Ledger.Hold();
        var broadcast = await node.BroadcastAsync();

        foreach (var jump in new[] { Hour, -Hour, Day, -Day, FortyDays, -FortyDays, -FortyDays, FortyDays })
        {
            await Ledger.WhenCalledAsync(Cancel);
            clock.Jump(jump);
            Ledger.Release();
            await Ledger.WhenCalledAsync(Cancel);
            Ledger.Hold();
        }

        Ledger.Release();
        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(200, Ledger.Received.Count);
        Assert.All(Ledger.Received.Values, count => Assert.Equal(1, count));
        Assert.All(await node.DeliveriesAsync(broadcast), delivery => Assert.Null(delivery.DoubtedAt));
    }

    [Fact]
    public async Task Who_was_put_off_by_a_clock_that_ran_forty_days_ahead_is_written_to_once_it_is_right_again()
    {
        var clock = new JumpingClock();
        clock.Jump(FortyDays);
        Ledger.Answer = (chat, number) => number <= 3 ? BotApiFailure.GatewayPage : null;
        var node = await NodeAsync(concurrency: 1, time: clock);
        await node.SubscribeAsync(20);

        var broadcast = await node.BroadcastAsync();
        await node.WhenCountsAsync(broadcast, counts => counts.Sent > 0);
        clock.Jump(-FortyDays);
        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(new BroadcastCounts { Sent = 20 }, await node.Control.CountAsync(broadcast, Cancel));
    }

    /// <summary>The machine's own clock, which can be set; time that goes by is not touched by that, as on a real machine.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private long _ahead;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

        public void Jump(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
    }
}
