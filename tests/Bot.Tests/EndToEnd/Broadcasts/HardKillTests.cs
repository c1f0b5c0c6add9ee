using System.Text.Json;
using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd.Broadcasts;

/// <summary>The sender is killed while Telegram holds its calls, and started again. Nobody is lost; who may have got it twice is listed.</summary>
[Collection(RealProgram.Alone)]
public sealed class HardKillTests(TestCluster cluster, ITestOutputHelper output) : IClassFixture<TestCluster>
{
    /// <summary>From the start of the program to its first message, its own start included.</summary>
    private static readonly TimeSpan SendingAgain = TimeSpan.FromSeconds(15);

    [Fact]
    public Task Twenty_kills_in_one_broadcast_lose_nobody_and_list_every_doubt() => KillAsync(20, 2_000, seed: 5, settings: "Roles=sender");

    [Fact]
    public Task Where_doubts_are_only_listed_nobody_is_written_to_twice() => KillAsync(3, 300, seed: 6, listsDoubts: true);

    /// <summary>By the command in CONTRIBUTING.md, at other moments each time.</summary>
    [Fact(Explicit = true)]
    public Task Two_hundred_kills_in_one_broadcast_lose_nobody_and_list_every_doubt() => KillAsync(200, 20_000, seed: Environment.TickCount);

    private async Task KillAsync(int kills, int people, int seed, bool listsDoubts = false, params string[] settings)
    {
        output.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        var database = await cluster.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var stage = await BroadcastStage.SetAsync(database.ConnectionString, people);
        var broadcast = await stage.BeginAsync(listsDoubts);
        var left = new HashSet<long>();
        var starts = new List<TimeSpan>();
        for (var kill = 1; kill <= kills; kill++)
        {
            // Fewer than its share: all the kills find something to send.
            var trap = stage.Ledger.Set(new KillTrap(chance.Next(people / kills * 8 / 10), chance.Next(1, BroadcastStage.Concurrency + 1), (KillMoment)chance.Next(4)));
            var start = TimeProvider.System.GetTimestamp();
            var called = stage.Ledger.NextCallAsync();
            var node = stage.BeginNode(settings: settings);
            await node.UntilAsync(called, $"send before kill {kill}");
            starts.Add(TimeProvider.System.GetElapsedTime(start));
            await node.UntilAsync(trap.Sprung, $"come to kill {kill} ({trap})");
            await node.KillAsync();

            var sending = await stage.LeftSendingAsync(broadcast);
            output.WriteLine($"{kill}: {trap}; sending after {starts[^1].TotalSeconds:0.0} s; in doubt {sending.Count}");
            Assert.InRange(sending.Count, 0, BroadcastStage.Concurrency);
            left.UnionWith(sending);
        }

        stage.Ledger.Release();
        stage.BeginNode();
        await stage.WhenDoneAsync(broadcast);
        await LookAsync(stage, broadcast, left, listsDoubts, people);
        starts.Sort();
        output.WriteLine($"{kills} kills, {people} people: {left.Count} in doubt, {stage.Ledger.Received.Values.Count(times => times > 1)} twice; sending again after {starts[kills / 2].TotalSeconds:0.0} s, at worst {starts[^1].TotalSeconds:0.0} s");
        Assert.InRange(starts[^1], TimeSpan.Zero, BusyMachine.Limit(SendingAgain));
    }

    private static async Task LookAsync(BroadcastStage stage, Guid broadcast, HashSet<long> left, bool listsDoubts, int people)
    {
        var doubted = await stage.DoubtedAsync(broadcast);
        var twice = stage.Ledger.Received.Where(chat => chat.Value > 1).Select(chat => chat.Key).ToHashSet();
        var lost = Enumerable.Range(1, people).Select(chat => (long)chat).Except(stage.Ledger.Received.Keys).ToHashSet();

        Assert.Equal(left.Order(), doubted.Order());
        Assert.Subset(listsDoubts ? [] : left, twice);
        Assert.Subset(listsDoubts ? left : [], lost);
        var counts = await stage.CountAsync(broadcast);
        Assert.Equal(listsDoubts ? new BroadcastCounts { Sent = people - left.Count, InDoubt = left.Count } : new BroadcastCounts { Sent = people }, counts);

        var (exitCode, shown, errors) = await stage.RunAsync("campaign", "show", $"{await stage.CampaignOfAsync(broadcast)}", "--json");
        Assert.True(exitCode == 0, errors);
        using var json = JsonDocument.Parse(shown);
        Assert.Equal(counts.Sent, json.RootElement.GetProperty("counts").GetProperty("sent").GetInt64());
        Assert.Equal(counts.InDoubt, json.RootElement.GetProperty("counts").GetProperty("in_doubt").GetInt64());
        Assert.Equal(left.Count, json.RootElement.GetProperty("in_doubt").GetArrayLength());
    }
}
