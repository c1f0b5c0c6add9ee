using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>What became of deliveries.</summary>
public sealed class SettlingTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData(DeliveryState.Sent, null)]
    [InlineData(DeliveryState.Failed, DeliveryCause.UnknownAddress)]
    [InlineData(DeliveryState.InDoubt, DeliveryCause.Unanswered)]
    public async Task An_outcome_is_kept_with_its_cause_and_time(DeliveryState state, DeliveryCause? cause)
    {
        var (fence, key) = await SendingAsync();

        await _scene.SettleAsync(fence, key, state, cause);

        var row = await _scene.ReadAsync(key);
        Assert.Equal((state, cause, _scene.Clock.GetUtcNow(), (short)1), (row.State, row.Cause, row.SettledAt, row.Attempts));
        Assert.Equal(state == DeliveryState.InDoubt ? _scene.Clock.GetUtcNow() : null, row.DoubtedAt);
    }

    [Fact]
    public async Task Who_blocked_us_is_unsubscribed_in_the_same_breath()
    {
        var (fence, key) = await SendingAsync();
        var untouched = await _scene.SubscribeAsync();

        await _scene.SettleAsync(fence, key, DeliveryState.Stopped, DeliveryCause.Blocked);

        await using var db = await _scene.Host.OpenDbAsync();
        var person = await db.Subscribers.FindAsync([key.SubscriberId], Cancellation);
        Assert.Equal((Withdrawal.Blocked, _scene.Clock.GetUtcNow(), null), (person!.WithdrawnBecause, person.WithdrawnAt, person.Address));
        Assert.Null((await db.Subscribers.FindAsync([untouched], Cancellation))!.WithdrawnAt);
    }

    [Fact]
    public async Task Under_a_fence_that_was_taken_over_nothing_is_written()
    {
        var (old, key) = await SendingAsync();
        var fence = await _scene.ChangeLeaderAsync();
        await _scene.Deliveries.TakeOverAsync(CampaignScene.Channel, fence, Cancellation);

        await _scene.SettleAsync(old, key, DeliveryState.Stopped, DeliveryCause.Blocked);
        Assert.Equal(DeliveryState.Pending, (await _scene.ReadAsync(key)).State);
        await _scene.ReserveAsync(fence);
        await _scene.BeginAsync(fence, key);
        await _scene.SettleAsync(old, key, DeliveryState.Sent);

        Assert.Equal((DeliveryState.Sending, fence), ((await _scene.ReadAsync(key)).State, (await _scene.ReadAsync(key)).Fence!.Value));
        await using var db = await _scene.Host.OpenDbAsync();
        Assert.Null((await db.Subscribers.FindAsync([key.SubscriberId], Cancellation))!.WithdrawnAt);
    }

    [Fact]
    public async Task What_was_never_begun_cannot_be_settled()
    {
        await _scene.SubscribeAsync();
        await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var key = (await _scene.ReserveAsync(fence))[0].Key;

        await _scene.SettleAsync(fence, key, DeliveryState.Sent);

        Assert.Equal(DeliveryState.Reserved, (await _scene.ReadAsync(key)).State);
    }

    [Fact]
    public async Task A_retry_of_a_broadcast_that_was_cancelled_meanwhile_is_skipped()
    {
        var (fence, key) = await SendingAsync();
        await _scene.Broadcasts.CancelAsync(key.BroadcastId, Cancellation);
        Assert.Equal(DeliveryState.Sending, (await _scene.ReadAsync(key)).State);

        await _scene.SettleAsync(fence, key, DeliveryState.Pending, DeliveryCause.ChannelFault);
        await _scene.Broadcasts.EndFinishedAsync(Cancellation);

        Assert.Equal((DeliveryState.Skipped, DeliveryCause.Cancelled), ((await _scene.ReadAsync(key)).State, (await _scene.ReadAsync(key)).Cause));
    }

    [Fact]
    public async Task The_last_outcome_and_the_next_beginning_are_one_commit()
    {
        await _scene.SubscribeAsync(2);
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var reserved = await _scene.ReserveAsync(fence);
        await _scene.BeginAsync(fence, reserved[0].Key);

        Assert.True(await _scene.BeginAsync(fence, reserved[1].Key, new DeliverySettlement(reserved[0].Key, DeliveryState.Sent)));

        Assert.Equal(new BroadcastCounts { Sent = 1, Sending = 1 }, await _scene.Broadcasts.CountAsync(broadcast, Cancellation));
    }

    private async Task<(long Fence, DeliveryKey Key)> SendingAsync()
    {
        await _scene.SubscribeAsync();
        await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var key = (await _scene.ReserveAsync(fence))[0].Key;
        Assert.True(await _scene.BeginAsync(fence, key));
        return (fence, key);
    }
}
