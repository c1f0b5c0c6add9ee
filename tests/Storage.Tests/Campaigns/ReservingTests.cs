using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>What the sender is handed.</summary>
public sealed class ReservingTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Each_row_is_handed_out_once_with_what_it_takes_to_send_it()
    {
        var english = await _scene.SubscribeAsync(profile: new SubscriberProfile { Language = "en" });
        await _scene.SubscribeAsync(4);
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();

        var batches = await Task.WhenAll(_scene.ReserveAsync(fence, 2), _scene.ReserveAsync(fence, 2), _scene.ReserveAsync(fence, 2));

        var reserved = batches.SelectMany(batch => batch).ToList();
        Assert.All(batches, batch => Assert.InRange(batch.Count, 0, 2));
        Assert.Equal(5, reserved.Concat(await _scene.ReserveAsync(fence)).Select(r => r.Key).Distinct().Count());
        Assert.Empty(await _scene.ReserveAsync(fence));
        Assert.All(await _scene.ReadAsync(broadcast), d => Assert.Equal((DeliveryState.Reserved, fence), (d.State, d.Fence!.Value)));
        Assert.All(reserved, r => Assert.Equal((r.Key.SubscriberId == english ? "en" : "vi", (short)0), (r.Language, r.Attempts)));
        Assert.All(reserved, r => Assert.NotNull(r.Address));
    }

    [Fact]
    public async Task The_oldest_broadcast_comes_first_and_the_next_fills_the_batch()
    {
        await _scene.SubscribeAsync(3);
        var first = await _scene.RunAsync();
        _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();

        var batch = await _scene.ReserveAsync(fence, 5);

        Assert.Equal((3, 2), (batch.Count(r => r.Key.BroadcastId == first), batch.Count(r => r.Key.BroadcastId == second)));
    }

    [Fact]
    public async Task Without_the_lease_and_of_another_channel_nothing_is_handed_out()
    {
        await _scene.SubscribeAsync("zalo");
        await _scene.SubscribeAsync();
        await _scene.RunAsync();
        var old = await _scene.LeadAsync();
        var fence = await _scene.ChangeLeaderAsync();

        Assert.Empty(await _scene.ReserveAsync(old));
        Assert.Empty(await _scene.ReserveAsync(fence + 1));
        Assert.Empty(await _scene.Deliveries.ReserveAsync("zalo", fence, 10, Cancellation));
        Assert.Single(await _scene.ReserveAsync(fence));
    }

    [Fact]
    public async Task A_lease_that_ran_out_hands_out_nothing_although_nobody_took_it()
    {
        await _scene.SubscribeAsync();
        await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        await _scene.ExecuteAsync("UPDATE sender_leases SET expires_at = clock_timestamp()");

        Assert.Empty(await _scene.ReserveAsync(fence));
    }

    [Fact]
    public async Task Paused_broadcasts_wait_and_run_on_when_resumed()
    {
        await _scene.SubscribeAsync();
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();

        await _scene.Broadcasts.PauseAsync(broadcast, PauseReason.Staff, Cancellation);
        Assert.Empty(await _scene.ReserveAsync(fence));

        await _scene.Broadcasts.ResumeAsync(broadcast, Cancellation);
        Assert.Single(await _scene.ReserveAsync(fence));
    }

    [Theory]
    [InlineData(21, 0, 0)]
    [InlineData(23, 59, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(6, 59, 0)]
    [InlineData(7, 0, 1)]
    [InlineData(20, 59, 1)]
    public async Task Quiet_hours_over_midnight_are_kept(int hour, int minute, int handedOut)
    {
        await _scene.SubscribeAsync();
        await _scene.RunAsync(quiet: (21 * 60, 7 * 60));
        var fence = await _scene.LeadAsync();
        _scene.ItIs(hour, minute);

        Assert.Equal(handedOut, (await _scene.ReserveAsync(fence)).Count);
    }

    [Theory]
    [InlineData(9, 0, false, true)]
    [InlineData(16, 0, true, true)]
    [InlineData(22, 0, true, false)]
    public async Task A_persons_own_quiet_hours_stand_in_for_those_of_the_campaign(int hour, int minute, bool nightWorker, bool dayWorker)
    {
        var sleepsByDay = await _scene.SubscribeAsync(rests: (8 * 60, 16 * 60));
        var sleepsByNight = await _scene.SubscribeAsync();
        await _scene.RunAsync(quiet: (21 * 60, 7 * 60));
        var fence = await _scene.LeadAsync();
        _scene.ItIs(hour, minute);

        var batch = await _scene.ReserveAsync(fence);

        Assert.Equal((nightWorker, dayWorker), (batch.Any(r => r.Key.SubscriberId == sleepsByDay), batch.Any(r => r.Key.SubscriberId == sleepsByNight)));
    }

    [Fact]
    public async Task Equal_times_of_a_person_mean_no_quiet_hours()
    {
        await _scene.SubscribeAsync(rests: (0, 0));
        await _scene.RunAsync(quiet: (21 * 60, 7 * 60));
        var fence = await _scene.LeadAsync();
        _scene.ItIs(23);

        Assert.Single(await _scene.ReserveAsync(fence));
    }

    [Fact]
    public async Task Behind_many_who_rest_the_one_who_does_not_is_found_and_the_others_are_put_off_to_the_minute()
    {
        await _scene.SubscribeAsync(30);
        var awake = await _scene.SubscribeAsync(rests: (8 * 60, 16 * 60));
        var broadcast = await _scene.RunAsync(quiet: (21 * 60, 7 * 60));
        var fence = await _scene.LeadAsync();
        _scene.ItIs(22, 30);
        _scene.Clock.Advance(TimeSpan.FromSeconds(40));

        List<ReservedDelivery> batch = [.. await _scene.ReserveAsync(fence, 4), .. await _scene.ReserveAsync(fence, 4)];

        Assert.Equal(awake, Assert.Single(batch).Key.SubscriberId);
        var rested = (await _scene.ReadAsync(broadcast)).Where(d => d.SubscriberId != awake).ToList();
        Assert.All(rested, d => Assert.Equal((DeliveryState.Pending, new DateTimeOffset(2026, 11, 10, 0, 0, 0, TimeSpan.Zero)), (d.State, d.NotBefore!.Value)));
        _scene.ItIs(7);
        Assert.Equal(30, (await _scene.ReserveAsync(fence)).Count);
    }

    [Fact]
    public async Task A_retry_waits_for_its_time_and_then_goes_before_the_rest()
    {
        await _scene.SubscribeAsync(5);
        await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var again = (await _scene.ReserveAsync(fence, 1))[0].Key;
        await _scene.BeginAsync(fence, again);
        await _scene.SettleAsync(fence, again, DeliveryState.Pending, DeliveryCause.ChannelFault, _scene.Clock.GetUtcNow().AddSeconds(30));

        Assert.DoesNotContain(await _scene.ReserveAsync(fence, 2), r => r.Key == again);
        _scene.Clock.Advance(TimeSpan.FromSeconds(30));

        var next = Assert.Single(await _scene.ReserveAsync(fence, 1));
        Assert.Equal((again, (short)1), (next.Key, next.Attempts));
    }

    [Fact]
    public async Task A_clock_that_ran_forty_days_ahead_and_back_keeps_nobody_waiting()
    {
        await _scene.SubscribeAsync();
        await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var key = (await _scene.ReserveAsync(fence))[0].Key;
        await _scene.BeginAsync(fence, key);
        await _scene.SettleAsync(fence, key, DeliveryState.Pending, DeliveryCause.ChannelFault, _scene.Clock.GetUtcNow().AddDays(40));

        Assert.Empty(await _scene.ReserveAsync(fence));

        Assert.Single(await _scene.ReserveAsync(fence));
    }

    [Fact]
    public async Task What_is_given_back_is_handed_out_again_without_doubt()
    {
        await _scene.SubscribeAsync(3);
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var reserved = await _scene.ReserveAsync(fence);
        await _scene.BeginAsync(fence, reserved[0].Key);

        Assert.Equal(2, await _scene.Deliveries.ReleaseAsync(CampaignScene.Channel, fence, Cancellation));

        Assert.Equal(2, (await _scene.ReserveAsync(fence)).Count);
        Assert.All(await _scene.ReadAsync(broadcast), d => Assert.Equal((null, (short)0), (d.DoubtedAt, d.Attempts)));
    }
}
