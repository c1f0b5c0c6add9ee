using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

public sealed class BroadcastFiguresTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BroadcastFigures Figures => _scene.Host.Get<BroadcastFigures>();

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Deliveries_are_counted_by_state_cause_channel_and_hour()
    {
        await _scene.SubscribeAsync(5);
        await _scene.SubscribeAsync("zalo");
        var (broadcast, other) = (await _scene.RunAsync(), await _scene.RunAsync());
        var fence = await _scene.LeadAsync();
        var reserved = (await _scene.ReserveAsync(fence)).Where(r => r.Key.BroadcastId == broadcast).ToList();
        await EndAsync(fence, reserved[0].Key, DeliveryState.Sent);
        await EndAsync(fence, reserved[1].Key, DeliveryState.Sent);
        _scene.Clock.Advance(TimeSpan.FromMinutes(61));
        await EndAsync(fence, reserved[2].Key, DeliveryState.Sent);
        await EndAsync(fence, reserved[3].Key, DeliveryState.Failed, DeliveryCause.ChannelFault);

        var tallies = await Figures.TallyAsync(broadcast, Cancellation);

        var nine = new DateTimeOffset(2026, 11, 9, 2, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            new HashSet<DeliveryTally>
            {
                new(DeliveryState.Sent, null, "telegram", nine, 2),
                new(DeliveryState.Sent, null, "telegram", nine.AddHours(1), 1),
                new(DeliveryState.Failed, DeliveryCause.ChannelFault, "telegram", nine.AddHours(1), 1),
                new(DeliveryState.Reserved, null, "telegram", null, 1),
                new(DeliveryState.Pending, null, "zalo", null, 1),
            },
            tallies.ToHashSet());
        Assert.Equal(6, (await Figures.TallyAsync(other, Cancellation)).Sum(tally => tally.Count));
    }

    [Fact]
    public async Task A_broadcast_that_has_not_begun_has_nothing_to_count()
    {
        var broadcast = await _scene.ScheduleAsync();

        Assert.Empty(await Figures.TallyAsync(broadcast, Cancellation));
        Assert.Empty(await Figures.CountLeftAsync(broadcast, Cancellation));
    }

    [Fact]
    public async Task Who_left_is_counted_by_the_reason_and_only_soon_after_the_message_arrived()
    {
        var people = await _scene.SubscribeAsync(6);
        await _scene.WithdrawAsync(people[5]); // before it
        _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        foreach (var reserved in await _scene.ReserveAsync(fence))
        {
            await EndAsync(fence, reserved.Key, reserved.Key.SubscriberId == people[4] ? DeliveryState.Failed : DeliveryState.Sent);
        }

        await _scene.WithdrawAsync(people[0]);
        _scene.Clock.Advance(BroadcastFigures.LeftSoon - TimeSpan.FromMinutes(1));
        await _scene.WithdrawAsync(people[1]);
        await _scene.WithdrawAsync(people[2], Withdrawal.Blocked);
        await _scene.WithdrawAsync(people[4]); // it never came there
        _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await _scene.WithdrawAsync(people[3]); // too late to be because of it

        var left = await Figures.CountLeftAsync(broadcast, Cancellation);

        Assert.Equal(new Dictionary<Withdrawal, long> { [Withdrawal.Asked] = 2, [Withdrawal.Blocked] = 1 }, left);
    }

    private async Task EndAsync(long fence, DeliveryKey key, DeliveryState state, DeliveryCause? cause = null)
    {
        Assert.True(await _scene.BeginAsync(fence, key));
        await _scene.SettleAsync(fence, key, state, cause);
    }
}
