using System.Collections.Concurrent;
using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd.Broadcasts;

/// <summary>Telegram asks for silence, or refuses the token, in the middle of a broadcast of the real program.</summary>
[Collection(RealProgram.Alone)]
public sealed class ChannelTroubleTests(TestCluster cluster) : IClassFixture<TestCluster>
{
    private const long Asker = 70_070_001;

    /// <summary>Calls that had left before we could hear of the silence.</summary>
    private static readonly TimeSpan OnTheirWay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task In_a_storm_of_silences_nobody_is_lost_none_is_broken_and_a_question_is_answered()
    {
        await using var stage = await StageAsync(people: 30);
        var calls = new ConcurrentQueue<(long Chat, bool Refused, TimeSpan At)>();
        var begun = TimeProvider.System.GetTimestamp();
        var number = 0;
        stage.Ledger.Answer = chat =>
        {
            var refused = chat != Asker && Interlocked.Increment(ref number) * 7919 % 10 < 3;
            calls.Enqueue((chat, refused, TimeProvider.System.GetElapsedTime(begun)));
            return refused ? BotApiFailure.TooMany((int)Silence.TotalSeconds) : null;
        };
        var broadcast = await stage.BeginAsync();

        var node = stage.BeginNode();
        await node.UntilAsync(stage.Ledger.NextCallAsync(), "send");
        stage.Ledger.Say(Asker, "hotline");
        await stage.WhenDoneAsync(broadcast);

        Assert.All(Enumerable.Range(1, 30), chat => Assert.Equal(1, stage.Ledger.Received[chat]));
        Assert.All(calls.Where(call => call.Refused), told => Assert.DoesNotContain(calls, call => call.At > told.At + OnTheirWay && call.At < told.At + Silence));
        Assert.Contains(calls.SkipWhile(call => call.Chat != Asker), call => call.Chat != Asker);
        Assert.Equal(new BroadcastCounts { Sent = 30 }, await stage.CountAsync(broadcast));
    }

    [Fact]
    public async Task A_token_that_is_revoked_midway_pauses_says_so_and_goes_on_with_nobody_lost()
    {
        await using var stage = await StageAsync(people: 200);
        var number = 0;
        var isRevoked = true;
        stage.Ledger.Answer = _ => Interlocked.Increment(ref number) > 60 && Volatile.Read(ref isRevoked) ? BotApiFailure.Unauthorized : null;
        var broadcast = await stage.BeginAsync();
        var campaign = $"{await stage.CampaignOfAsync(broadcast)}";

        stage.BeginNode();
        await stage.WhenAsync(broadcast, BroadcastState.Paused);
        var shown = await stage.RunAsync("campaign", "show", campaign);
        Volatile.Write(ref isRevoked, false);
        var resumed = await stage.RunAsync("campaign", "resume", campaign);
        await stage.WhenDoneAsync(broadcast);

        Assert.Contains("token_refused", shown.Output, StringComparison.Ordinal);
        Assert.True(resumed.ExitCode == 0, resumed.Errors);
        Assert.Equal(Enumerable.Range(1, 200).Select(chat => (long)chat), stage.Ledger.Received.Keys.Order());
        Assert.All(stage.Ledger.Received.Values, times => Assert.Equal(1, times));
        Assert.Equal(new BroadcastCounts { Sent = 200 }, await stage.CountAsync(broadcast));
    }

    private async Task<BroadcastStage> StageAsync(int people) =>
        await BroadcastStage.SetAsync((await cluster.CreateDatabaseAsync(TestContext.Current.CancellationToken)).ConnectionString, people);
}
