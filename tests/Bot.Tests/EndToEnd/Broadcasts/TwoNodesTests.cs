using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;
using Outreach.Testing.Programs;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd.Broadcasts;

/// <summary>Two nodes over one database; the one that sends is frozen, cut off, or killed, in the middle of its calls. The other follows.</summary>
[Collection(RealProgram.Alone)]
public sealed class TwoNodesTests(TestCluster cluster, ITestOutputHelper output) : IClassFixture<TestCluster>
{
    private const int People = 300;
    private static readonly TimeSpan FollowedWithin = TimeSpan.FromSeconds(15);

    [Fact]
    public Task A_sender_that_is_frozen_cut_off_or_killed_is_followed_and_fenced_off() => FollowAsync(TimeSpan.Zero);

    /// <summary>By the command in CONTRIBUTING.md: frozen for a minute.</summary>
    [Fact(Explicit = true)]
    public Task A_sender_that_is_frozen_or_cut_off_for_a_minute_is_followed_and_fenced_off() => FollowAsync(TimeSpan.FromMinutes(1), "Telegram:MessagesPerSecond=4");

    /// <param name="longer">So long it stays away once the other sends; that one is held meanwhile if this is nothing, else it goes on.</param>
    private async Task FollowAsync(TimeSpan longer, params string[] settings)
    {
        var database = await cluster.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var stage = await BroadcastStage.SetAsync(database.ConnectionString, People);
        await using var wireOne = new DatabaseWire(database.ConnectionString);
        await using var wireTwo = new DatabaseWire(database.ConnectionString);
        var one = new Node("one", stage.BeginNode("one", wireOne.ConnectionString, settings), wireOne);
        var two = new Node("two", stage.BeginNode("two", wireTwo.ConnectionString, settings), wireTwo);
        await one.Program.WhenReadyAsync();
        await two.Program.WhenReadyAsync();

        await FollowAsync(stage, one, two, "frozen", node => node.Program.FreezeAsync(), node => node.Program.WakeAsync(), longer);
        await FollowAsync(stage, one, two, "cut off in silence", Do(node => node.Wire.Silence()), Do(node => node.Wire.Mend()), longer);
        await FollowAsync(stage, one, two, "broken off", Do(node => node.Wire.Break()), Do(node => node.Wire.Mend()), longer);
        await FollowAsync(stage, one, two, "killed", node => node.Program.KillAsync(), null, TimeSpan.Zero);
    }

    private async Task FollowAsync(BroadcastStage stage, Node one, Node two, string what, Func<Node, Task> act, Func<Node, Task>? undo, TimeSpan longer)
    {
        stage.Ledger.Forget();
        var trap = stage.Ledger.Set(new KillTrap(after: 60, hold: 4, KillMoment.Mixed));
        var called = stage.Ledger.NextCallAsync();

        // Both planners look for it; one begins it.
        var broadcast = await stage.PlanAsync();
        await one.Program.UntilAsync(called, "send");
        var (holder, other) = await called == one.Name ? (one, two) : (two, one);
        await holder.Program.UntilAsync(trap.Sprung, $"come to where it is {what}");

        var start = TimeProvider.System.GetTimestamp();
        await act(holder);
        await BroadcastStage.UntilAsync(() => Task.FromResult(stage.Ledger.CallsOf(other.Name) > 0), $"nobody followed the sender that was {what}");
        var followed = TimeProvider.System.GetElapsedTime(start);
        output.WriteLine($"{what}: followed after {followed.TotalSeconds:0.0} s");
        if (longer > TimeSpan.Zero)
        {
            stage.Ledger.Release();
            await Task.Delay(longer, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        // It comes back while the other is in the middle of its calls.
        if (undo is not null)
        {
            await undo(holder);
            await BroadcastStage.UntilAsync(() => Task.FromResult(holder.Program.Lines.Count(IsFenced) > holder.Fenced), $"the sender that was {what} did not notice");
            holder.Fenced = holder.Program.Lines.Count(IsFenced);
        }

        stage.Ledger.Release();
        await stage.WhenDoneAsync(broadcast);

        var doubted = await stage.DoubtedAsync(broadcast);
        Assert.InRange(doubted.Count, 0, BroadcastStage.Concurrency);
        Assert.Equal(Enumerable.Range(1, People).Select(chat => (long)chat), stage.Ledger.Received.Keys.Order());
        Assert.Subset(doubted.ToHashSet(), stage.Ledger.Received.Where(chat => chat.Value > 1).Select(chat => chat.Key).ToHashSet());
        Assert.All(stage.Ledger.Received.Values, times => Assert.InRange(times, 1, 2));
        Assert.Equal(new BroadcastCounts { Sent = People }, await stage.CountAsync(broadcast));
        Assert.InRange(followed, TimeSpan.Zero, BusyMachine.Limit(FollowedWithin));
    }

    private static Func<Node, Task> Do(Action<Node> act) => node =>
    {
        act(node);
        return Task.CompletedTask;
    };

    private static bool IsFenced(string line) => line.Contains("The lease of telegram is another node's now", StringComparison.Ordinal);

    private sealed record Node(string Name, OutreachProgram Program, DatabaseWire Wire)
    {
        public int Fenced { get; set; }
    }
}
