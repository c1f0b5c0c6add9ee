using Outreach.Channels;
using Outreach.Storage.Campaigns;
using Outreach.Testing;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Scheduler.Tests.Delivery;

/// <summary>
/// Telegram asks for silence again and again. The clock is moved by hand, and one worker sends: with several a second call could be
/// on its way before the first one's answer is read, which is no fault and would be taken for one.
/// </summary>
public sealed class StormTests(TestCluster cluster) : DeliveryTest(cluster)
{
    private const int People = 30;
    private const int PerSecond = 25;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Every_silence_is_kept_nobody_is_lost_and_little_time_is()
    {
        var clock = new HandMovedClock();
        await using var ledger = await BroadcastLedger.StartAsync(clock);
        ledger.Answer = (_, number) => number * 7919 % 10 < 3 ? BotApiFailure.TooMany((number * 31 % 60) + 1) : null;
        var node = await NodeAsync(concurrency: 1, perSecond: PerSecond, time: clock, ledger: ledger);
        await node.SubscribeAsync(People);
        var start = clock.GetUtcNow();

        var broadcast = await node.BroadcastAsync();
        var sender = node.Get<IBroadcastSender>();
        var heard = 0;
        for (var i = 0; (i % 20 > 0 || (await node.FindAsync(broadcast)).State != BroadcastState.Done) && i < 20_000; i++)
        {
            // What was answered just now is still on its way to the sender.
            await Task.Delay(TimeSpan.FromMilliseconds(ledger.Calls.Count == heard ? 2 : 30), TimeProvider.System, Cancel);
            heard = ledger.Calls.Count;
            if (ledger.Held == 0 && clock.UntilNextTimer is { } next)
            {
                clock.Advance(sender.StoppedUntil is null && next > Step ? Step : next);
            }
        }

        var calls = ledger.Calls;
        Assert.Equal(People, ledger.Received.Count);
        Assert.All(ledger.Received.Values, count => Assert.Equal(1, count));
        Assert.All(
            calls.Where(call => call.RetryAfter is not null),
            told => Assert.DoesNotContain(calls, call => call.At > told.At && call.At < told.At.AddSeconds(told.RetryAfter!.Value)));
        var ideal = TimeSpan.FromSeconds(calls.Sum(call => call.RetryAfter ?? 0) + ((double)calls.Count / PerSecond));
        Assert.InRange(ledger.Calls[^1].At - start, ideal * 0.9, ideal * 1.2);
    }
}
