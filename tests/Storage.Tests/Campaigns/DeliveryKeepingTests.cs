using System.Globalization;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>What became of each recipient is kept for its time; the figures stay.</summary>
public sealed class DeliveryKeepingTests(TestCluster cluster) : IAsyncLifetime
{
    private const int KeptDays = 90;
    private const int CapDays = 366;

    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task When_the_rows_go_every_figure_stays()
    {
        var (broadcast, _) = await SentAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        var before = await FiguresAsync(broadcast);

        Assert.Equal((1, 12L), await Keeping().RunAsync(KeptDays, CapDays, Cancellation));

        Assert.Equal(before, await FiguresAsync(broadcast));
        Assert.Empty(await _scene.ReadAsync(broadcast));
        var kept = await _scene.ReadBroadcastAsync(broadcast);
        Assert.Equal((2L, 1L, 1L), (kept.Doubts!.Value, kept.LeftAsked!.Value, kept.LeftBlocked!.Value));
        Assert.Equal((0, 0L), await Keeping().RunAsync(KeptDays, CapDays, Cancellation));
        Assert.Equal(before, await FiguresAsync(broadcast));
    }

    [Fact]
    public async Task Before_its_time_nothing_goes_and_of_what_still_runs_never()
    {
        var (over, _) = await SentAsync();
        var runs = await _scene.RunAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays) - TimeSpan.FromHours(3));

        Assert.Equal((0, 0L), await Keeping().RunAsync(KeptDays, CapDays, Cancellation));
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        Assert.Equal(1, (await Keeping().RunAsync(KeptDays, CapDays, Cancellation)).Broadcasts);

        Assert.Empty(await _scene.ReadAsync(over));
        Assert.NotEmpty(await _scene.ReadAsync(runs));
    }

    [Fact]
    public async Task Killed_in_between_it_goes_on_and_at_every_moment_the_figures_are_the_same()
    {
        var (broadcast, _) = await SentAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        var before = await FiguresAsync(broadcast);
        var (killed, ended, oldest) = (Keeping(atOnce: 5), _scene.Clock.GetUtcNow().AddDays(-KeptDays), _scene.Clock.GetUtcNow().AddDays(-CapDays));

        Assert.True(await killed.SumAsync(broadcast, ended, Cancellation));
        Assert.Equal(before, await FiguresAsync(broadcast));
        Assert.False(await killed.SumAsync(broadcast, ended, Cancellation));
        Assert.Equal(5, await killed.DeleteSomeAsync(broadcast, oldest, Cancellation));
        Assert.Equal(before, await FiguresAsync(broadcast));

        Assert.Equal((0, 7L), await Keeping(atOnce: 3).RunAsync(KeptDays, CapDays, Cancellation));
        Assert.Equal(before, await FiguresAsync(broadcast));
        Assert.Empty(await _scene.ReadAsync(broadcast));
    }

    [Fact]
    public async Task Two_nodes_at_once_count_and_delete_it_once()
    {
        var (broadcast, _) = await SentAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        var before = await FiguresAsync(broadcast);

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Keeping(atOnce: 2).RunAsync(KeptDays, CapDays, Cancellation)));

        Assert.Equal((1, 12L), (done.Sum(round => round.Broadcasts), done.Sum(round => round.Rows)));
        Assert.Equal(before, await FiguresAsync(broadcast));
    }

    [Fact]
    public async Task A_cancelled_broadcast_is_kept_as_what_it_came_to()
    {
        await _scene.SubscribeAsync(4);
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var reserved = await _scene.ReserveAsync(fence, 2);
        Assert.True(await _scene.BeginAsync(fence, reserved[0].Key));
        await _scene.SettleAsync(fence, reserved[0].Key, DeliveryState.Sent);
        await _scene.Broadcasts.CancelAsync(broadcast, Cancellation);
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        var before = await FiguresAsync(broadcast);

        await Keeping().RunAsync(KeptDays, CapDays, Cancellation);

        Assert.Equal(before, await FiguresAsync(broadcast));
        Assert.Equal(new BroadcastCounts { Sent = 1, Skipped = 3 }, await _scene.Broadcasts.CountAsync(broadcast, Cancellation));
    }

    [Fact]
    public async Task Who_got_it_is_still_left_alone_for_as_long_as_a_campaign_asks_and_nobody_else_is()
    {
        var (_, got) = await SentAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        var before = await _scene.Broadcasts.EstimateAsync(new AudienceFilter(), CampaignScene.Reachable, 200, null, null, Cancellation);
        await Keeping().RunAsync(KeptDays, CapDays, Cancellation);

        var after = await _scene.Broadcasts.EstimateAsync(new AudienceFilter(), CampaignScene.Reachable, 200, null, null, Cancellation);
        var planned = await _scene.RunAsync(capDays: 200);
        var brief = await _scene.RunAsync(capDays: 30);

        Assert.Equal((before.Capped, before.Eligible), (after.Capped, after.Eligible));
        Assert.True(after is { Capped: > 0, Eligible: > 0 });
        var inForce = (await _scene.ReadAsync(brief)).Select(d => d.SubscriberId).ToHashSet();
        Assert.Equal(
            got.Where(inForce.Contains).Order(),
            (await _scene.ReadAsync(planned)).Where(d => d.Cause == DeliveryCause.Capped).Select(d => d.SubscriberId).Order());
        Assert.DoesNotContain(await _scene.ReadAsync(brief), d => d.Cause == DeliveryCause.Capped);
        Assert.Contains(await _scene.Host.Get<AudienceCohorts>().ReadAsync(Cancellation), cohort => cohort.LastSentAt is not null);
    }

    [Fact]
    public async Task It_is_asked_again_just_before_a_call()
    {
        var (_, got) = await SentAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        await Keeping().RunAsync(KeptDays, CapDays, Cancellation);
        var broadcast = await _scene.ScheduleAsync(capDays: 200);
        await _scene.Broadcasts.PlanAsync(broadcast, new AudienceFilter(), CampaignScene.Reachable, 0, Cancellation);
        var fence = await _scene.ChangeLeaderAsync();

        foreach (var reserved in await _scene.ReserveAsync(fence))
        {
            Assert.Equal(!got.Contains(reserved.Key.SubscriberId), await _scene.BeginAsync(fence, reserved.Key));
        }

        Assert.Contains(await _scene.ReadAsync(broadcast), d => d is { State: DeliveryState.Skipped, Cause: DeliveryCause.Capped });
    }

    [Fact]
    public async Task When_somebody_last_got_one_is_forgotten_with_them_and_when_no_campaign_may_ask_any_more()
    {
        var (_, got) = await SentAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        await Keeping().RunAsync(KeptDays, CapDays, Cancellation);
        var all = await CountAsync("last_sent");

        await _scene.ExecuteAsync($"DELETE FROM subscribers WHERE id = '{got[0]}'");
        Assert.Equal(all - 1, await CountAsync("last_sent"));
        _scene.Clock.Advance(TimeSpan.FromDays(CapDays - KeptDays));
        await Keeping().RunAsync(KeptDays, CapDays, Cancellation);

        Assert.Equal(0, await CountAsync("last_sent"));
    }

    [Fact]
    public async Task What_is_counts_alone_is_not_sent_again_and_what_is_sent_again_is_not_counted_yet()
    {
        var (first, _) = await SentAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        Assert.True(await _scene.Broadcasts.RetryAsync(first, DeliveryState.Failed, [], Cancellation) > 0);
        Assert.Equal((0, 0L), await Keeping().RunAsync(KeptDays, CapDays, Cancellation));

        var fence = await _scene.ChangeLeaderAsync();
        await _scene.SendAllAsync(fence);
        await _scene.Broadcasts.EndFinishedAsync(Cancellation);
        _scene.Clock.Advance(TimeSpan.FromDays(KeptDays));
        Assert.Equal(1, (await Keeping().RunAsync(KeptDays, CapDays, Cancellation)).Broadcasts);

        Assert.Equal(0, await _scene.Broadcasts.RetryAsync(first, DeliveryState.Skipped, [], Cancellation));
        Assert.Equal(BroadcastState.Done, (await _scene.ReadBroadcastAsync(first)).State);
    }

    private DeliveryKeeping Keeping(int atOnce = 5_000) => new(_scene.Host.Get<StorageStartup>(), _scene.Clock) { AtOnce = atOnce };

    /// <summary>Everything that can be told of a broadcast in counts.</summary>
    private async Task<string> FiguresAsync(Guid broadcast)
    {
        var figures = _scene.Host.Get<BroadcastFigures>();
        var tallies = (await figures.TallyAsync(broadcast, Cancellation)).Select(tally => tally.ToString()).Order(StringComparer.Ordinal);
        var left = (await figures.CountLeftAsync(broadcast, Cancellation)).OrderBy(each => each.Key).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} {each.Value}"));
        return string.Join('\n', tallies.Concat(left).Append((await _scene.Broadcasts.CountAsync(broadcast, Cancellation)).ToString()));
    }

    /// <summary>A broadcast to twelve that is over: some got it, over two hours and on two channels; of the others each failed in a way of their own.</summary>
    private async Task<(Guid Broadcast, IReadOnlyList<Guid> Got)> SentAsync()
    {
        await _scene.SubscribeAsync(10);
        await _scene.SubscribeAsync("zalo");
        await _scene.SubscribeAsync("web");
        var broadcast = await _scene.RunAsync();
        var (fence, zalo) = (await _scene.LeadAsync(), await _scene.LeadAsync("zalo"));
        var got = new List<Guid>();
        var reserved = await _scene.ReserveAsync(fence);
        for (var i = 0; i < reserved.Count; i++)
        {
            if (i == 3)
            {
                _scene.Clock.Advance(TimeSpan.FromHours(1));
            }

            var (state, cause) = i switch
            {
                6 => (DeliveryState.Failed, DeliveryCause.ChannelFault),
                7 => (DeliveryState.Stopped, DeliveryCause.Blocked),
                8 or 9 => (DeliveryState.InDoubt, DeliveryCause.Unanswered),
                _ => (DeliveryState.Sent, (DeliveryCause?)null),
            };
            Assert.True(await _scene.BeginAsync(fence, reserved[i].Key));
            await _scene.SettleAsync(fence, reserved[i].Key, state, cause);
            if (state == DeliveryState.Sent)
            {
                got.Add(reserved[i].Key.SubscriberId);
            }
        }

        var other = Assert.Single(await _scene.Deliveries.ReserveAsync("zalo", zalo, 10, Cancellation));
        Assert.True(await _scene.Deliveries.BeginAsync("zalo", zalo, other.Key, null, Cancellation));
        await _scene.Deliveries.SettleAsync("zalo", zalo, new DeliverySettlement(other.Key, DeliveryState.Sent), Cancellation);
        got.Add(other.Key.SubscriberId);
        await _scene.Broadcasts.EndFinishedAsync(Cancellation);
        _scene.Clock.Advance(TimeSpan.FromHours(2));
        await _scene.WithdrawAsync(got[0]);
        await _scene.WithdrawAsync(got[1], Withdrawal.Blocked);
        return (broadcast, [.. got.Skip(2)]);
    }

    private async Task<long> CountAsync(string table)
    {
        await using var command = _scene.Source.CreateCommand("SELECT count(*) FROM " + table);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
