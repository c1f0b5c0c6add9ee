using System.Diagnostics;
using Outreach.Channels;
using Outreach.Storage.Campaigns;
using Outreach.Testing;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Scheduler.Tests.Delivery;

/// <summary>A silence that Telegram asked one sender for is kept by the one that follows it.</summary>
public sealed class SilenceTests(TestCluster cluster) : DeliveryTest(cluster)
{
    private const int People = 6;
    private const int Seconds = 50;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <param name="restarts">The same node again; else another, which waited for the lease.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_takes_over_does_not_call_before_the_second_that_was_named(bool restarts)
    {
        var clock = new HandMovedClock();
        await using var ledger = await BroadcastLedger.StartAsync(clock);
        ledger.Answer = (_, number) => number == 2 ? BotApiFailure.TooMany(Seconds) : null;
        var first = await NodeAsync(concurrency: 1, time: clock, ledger: ledger);
        await first.SubscribeAsync(People);
        var second = restarts ? null : await NodeAsync(concurrency: 1, time: clock, ledger: ledger);

        // The database counts by its own clock, which goes on while ours stands still.
        var real = Stopwatch.StartNew();
        var broadcast = await first.BroadcastAsync();
        await MoveUntilAsync(clock, ledger, () => Task.FromResult(ledger.Calls.Any(call => call.RetryAfter is not null) && IsSilent(first, second)));
        await first.StopAsync();
        second ??= await NodeAsync(concurrency: 1, time: clock, ledger: ledger);
        await MoveUntilAsync(clock, ledger, () => Task.FromResult(second.Logs.Lines.Any(line => line.Contains("is kept for", StringComparison.Ordinal))));
        real.Stop();
        await MoveUntilAsync(clock, ledger, async () => (await second.FindAsync(broadcast)).State == BroadcastState.Done);

        var calls = ledger.Calls;
        var told = calls.Single(call => call.RetryAfter is not null);
        Assert.Equal(People, ledger.Received.Count);
        Assert.All(ledger.Received.Values, count => Assert.Equal(1, count));
        Assert.DoesNotContain(calls, call => call.At > told.At && call.At < told.At.AddSeconds(Seconds) - real.Elapsed);
    }

    private static bool IsSilent(params SenderHost?[] nodes) => nodes.OfType<SenderHost>().Any(node => node.Get<IBroadcastSender>().StoppedUntil is not null);

    /// <summary>Small steps while something may be on its way, whole ones through a silence.</summary>
    private static async Task MoveUntilAsync(HandMovedClock clock, BroadcastLedger ledger, Func<Task<bool>> isDone)
    {
        for (var i = 0; i < 5_000; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancel);
            if (await isDone())
            {
                return;
            }

            if (ledger.Held == 0 && clock.UntilNextTimer is { } next)
            {
                clock.Advance(next > Step ? Step : next);
            }
        }

        Assert.Fail("It did not come to its end.");
    }
}
