using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd.Broadcasts;

/// <summary>PostgreSQL is stopped as by a power cut, and started again, while a broadcast runs. The sender lives, so it knows what it sent.</summary>
[Collection(RealProgram.Alone)]
public sealed class DatabaseOutageTests(ITestOutputHelper output)
{
    private static readonly TimeSpan SendingAgain = TimeSpan.FromSeconds(30);

    [Fact]
    public Task A_database_that_is_cut_off_twice_loses_nobody_and_makes_nobody_be_written_to_twice() => CutAsync(cuts: 2, people: 600, TimeSpan.Zero);

    /// <summary>By the command in CONTRIBUTING.md: every 20 seconds for three minutes.</summary>
    [Fact(Explicit = true)]
    public Task A_database_that_is_cut_off_for_three_minutes_loses_nobody_and_makes_nobody_be_written_to_twice() =>
        CutAsync(cuts: 9, people: 20_000, TimeSpan.FromSeconds(12), "Telegram:MessagesPerSecond=100");

    private async Task CutAsync(int cuts, int people, TimeSpan between, params string[] settings)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var postgres = await CutOffCluster.StartAsync(cancellation);
        await using var stage = await BroadcastStage.SetAsync(postgres.ConnectionString, people);
        var broadcast = await stage.BeginAsync();
        var node = stage.BeginNode(settings: settings);
        var slowest = TimeSpan.Zero;
        for (var cut = 1; cut <= cuts; cut++)
        {
            var trap = stage.Ledger.Set(new KillTrap(after: people / cuts / 4, hold: 5, KillMoment.Mixed));
            await node.UntilAsync(trap.Sprung, $"come to cut {cut}");
            await postgres.CutAsync();

            // They are answered while nothing can be written down.
            trap.Release();
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellation);
            await postgres.StartAgainAsync(cancellation);
            var start = TimeProvider.System.GetTimestamp();
            await node.UntilAsync(stage.Ledger.NextCallAsync(), $"send again after cut {cut}");
            var again = TimeProvider.System.GetElapsedTime(start);
            output.WriteLine($"{cut}: sending again after {again.TotalSeconds:0.0} s");
            slowest = again > slowest ? again : slowest;
            await Task.Delay(between, TimeProvider.System, cancellation);
        }

        await stage.WhenDoneAsync(broadcast);

        Assert.Equal(Enumerable.Range(1, people).Select(chat => (long)chat), stage.Ledger.Received.Keys.Order());
        Assert.All(stage.Ledger.Received.Values, times => Assert.Equal(1, times));
        Assert.Empty(await stage.DoubtedAsync(broadcast));
        Assert.Equal(new BroadcastCounts { Sent = people }, await stage.CountAsync(broadcast));
        output.WriteLine($"{cuts} cuts, {people} people: at worst sending again after {slowest.TotalSeconds:0.0} s");
        Assert.InRange(slowest, TimeSpan.Zero, BusyMachine.Limit(SendingAgain));
    }
}
