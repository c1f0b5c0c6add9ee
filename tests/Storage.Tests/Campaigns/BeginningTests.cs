using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>What is asked again just before each call.</summary>
public sealed class BeginningTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task What_may_be_sent_is_written_as_being_sent()
    {
        var (fence, key, _) = await ReservedAsync();

        Assert.True(await _scene.BeginAsync(fence, key));

        Assert.Equal(DeliveryState.Sending, (await _scene.ReadAsync(key)).State);
    }

    [Fact]
    public async Task Asking_again_when_the_answer_was_not_heard_gives_the_same_answer()
    {
        var (fence, key, _) = await ReservedAsync();

        Assert.True(await _scene.BeginAsync(fence, key));
        Assert.True(await _scene.BeginAsync(fence, key));

        await _scene.SettleAsync(fence, key, DeliveryState.Sent);
        await _scene.SettleAsync(fence, key, DeliveryState.Sent);
        Assert.Equal((DeliveryState.Sent, (short)1), ((await _scene.ReadAsync(key)).State, (await _scene.ReadAsync(key)).Attempts));
        Assert.False(await _scene.BeginAsync(fence, key));
    }

    [Theory]
    [InlineData(Withdrawal.Asked, DeliveryCause.OptedOut)]
    [InlineData(Withdrawal.Blocked, DeliveryCause.Blocked)]
    public async Task Who_stops_after_the_planning_is_not_written_to(Withdrawal because, DeliveryCause cause)
    {
        var (fence, key, person) = await ReservedAsync();
        await _scene.WithdrawAsync(person, because);

        await RefusedAsync(fence, key, DeliveryState.Stopped, cause);
        Assert.Equal(_scene.Clock.GetUtcNow(), (await _scene.ReadAsync(key)).SettledAt);
    }

    [Fact]
    public async Task Who_asked_to_be_forgotten_is_not_written_to()
    {
        var (fence, key, _) = await ReservedAsync();
        await _scene.ExecuteAsync("DELETE FROM subscribers");

        await RefusedAsync(fence, key, DeliveryState.Stopped, DeliveryCause.OptedOut);
    }

    [Fact]
    public async Task Who_leaves_every_topic_of_the_broadcast_is_not_written_to_and_who_keeps_one_is()
    {
        var profile = new SubscriberProfile { Language = "vi", Topics = ["bhxh", "tien-luong"] };
        var (leaves, keeps) = (await _scene.SubscribeAsync(profile: profile), await _scene.SubscribeAsync(profile: profile));
        var broadcast = await _scene.RunAsync(audience: new AudienceFilter { Topics = ["bhxh", "thue"] });
        var fence = await _scene.LeadAsync();
        await _scene.ReserveAsync(fence);
        await _scene.ExecuteAsync($"UPDATE subscribers SET topics = '{{tien-luong}}' WHERE id = '{leaves}'");
        await _scene.ExecuteAsync($"UPDATE subscribers SET topics = '{{bhxh}}' WHERE id = '{keeps}'");

        await RefusedAsync(fence, new DeliveryKey(broadcast, leaves), DeliveryState.Stopped, DeliveryCause.OptedOut);
        Assert.True(await _scene.BeginAsync(fence, new DeliveryKey(broadcast, keeps)));
    }

    [Fact]
    public async Task Who_got_another_campaign_meanwhile_is_skipped()
    {
        await _scene.SubscribeAsync();
        var (first, second) = (await _scene.RunAsync(), await _scene.RunAsync(capDays: 7));
        var fence = await _scene.LeadAsync();
        var reserved = (await _scene.ReserveAsync(fence)).Select(r => r.Key).ToDictionary(key => key.BroadcastId);
        await _scene.BeginAsync(fence, reserved[first]);

        await _scene.SettleAsync(fence, reserved[first], DeliveryState.Sent);

        await RefusedAsync(fence, reserved[second], DeliveryState.Skipped, DeliveryCause.Capped);
    }

    [Fact]
    public async Task A_pause_and_quiet_hours_that_began_meanwhile_give_the_row_back()
    {
        var quiet = ((short)(21 * 60), (short)(7 * 60));
        var (fence, paused, _) = await ReservedAsync(quiet);
        await _scene.Broadcasts.PauseAsync(paused.BroadcastId, PauseReason.Staff, Cancellation);
        await RefusedAsync(fence, paused, DeliveryState.Pending, null);
        await _scene.Broadcasts.ResumeAsync(paused.BroadcastId, Cancellation);
        Assert.Single(await _scene.ReserveAsync(fence));
        _scene.ItIs(21);

        await RefusedAsync(fence, paused, DeliveryState.Pending, null);
    }

    [Fact]
    public async Task A_cancelled_broadcast_sends_nothing_more()
    {
        var (fence, key, _) = await ReservedAsync();
        await _scene.Broadcasts.CancelAsync(key.BroadcastId, Cancellation);

        await RefusedAsync(fence, key, DeliveryState.Skipped, DeliveryCause.Cancelled);
    }

    [Fact]
    public async Task A_cancellation_that_has_not_reached_the_row_yet_is_heeded_all_the_same()
    {
        var (fence, key, _) = await ReservedAsync();
        await _scene.ExecuteAsync("UPDATE broadcasts SET state = 'Cancelled'");

        await RefusedAsync(fence, key, DeliveryState.Skipped, DeliveryCause.Cancelled);
    }

    [Fact]
    public async Task Under_a_lease_that_is_lost_or_ran_out_nothing_begins()
    {
        var (fence, key, _) = await ReservedAsync();
        await _scene.ExecuteAsync("UPDATE sender_leases SET expires_at = clock_timestamp()");

        await RefusedAsync(fence, key, DeliveryState.Reserved, null);
        await _scene.ChangeLeaderAsync();
        await RefusedAsync(fence, key, DeliveryState.Reserved, null);
    }

    [Fact]
    public async Task In_one_commit_many_workers_settle_and_begin_each_by_its_own_answer()
    {
        var people = await _scene.SubscribeAsync(50);
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var reserved = (await _scene.ReserveAsync(fence)).Select(r => r.Key).ToList();
        await _scene.WithdrawAsync(people[7]);

        var begun = await Task.WhenAll(reserved.Select(key => _scene.BeginAsync(fence, key)));
        var outcomes = reserved.Where((_, i) => begun[i]).Select((key, i) => new DeliverySettlement(key, i % 2 == 0 ? DeliveryState.Sent : DeliveryState.Failed, i % 2 == 0 ? null : DeliveryCause.BadContent));
        await Task.WhenAll(outcomes.Select(outcome => _scene.Deliveries.SettleAsync(CampaignScene.Channel, fence, outcome, Cancellation)));

        Assert.Equal([people[7]], reserved.Where((_, i) => !begun[i]).Select(key => key.SubscriberId));
        Assert.Equal(new BroadcastCounts { Sent = 25, Failed = 24, Stopped = 1 }, await _scene.Broadcasts.CountAsync(broadcast, Cancellation));
    }

    private async Task<(long Fence, DeliveryKey Key, Guid Person)> ReservedAsync((short From, short To)? quiet = null)
    {
        var person = await _scene.SubscribeAsync();
        await _scene.RunAsync(quiet: quiet);
        var fence = await _scene.LeadAsync();
        return (fence, Assert.Single(await _scene.ReserveAsync(fence)).Key, person);
    }

    private async Task RefusedAsync(long fence, DeliveryKey key, DeliveryState state, DeliveryCause? cause)
    {
        Assert.False(await _scene.BeginAsync(fence, key));
        var row = await _scene.ReadAsync(key);
        Assert.Equal((state, cause), (row.State, row.Cause));
    }
}
