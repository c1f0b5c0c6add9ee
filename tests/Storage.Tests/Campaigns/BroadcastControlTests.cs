using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>What staff and time do with a broadcast.</summary>
public sealed class BroadcastControlTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_broadcast_can_be_paused_while_it_runs_and_resumed_while_it_is_paused_and_not_otherwise()
    {
        var broadcast = await _scene.ScheduleAsync();
        Assert.False(await _scene.Broadcasts.PauseAsync(broadcast, PauseReason.Staff, Cancellation));
        Assert.False(await _scene.Broadcasts.ResumeAsync(broadcast, Cancellation));
        Assert.True(await _scene.Broadcasts.AskAsync(broadcast, Cancellation));
        Assert.False(await _scene.Broadcasts.AskAsync(broadcast, Cancellation));
        await _scene.Broadcasts.PlanAsync(broadcast, new AudienceFilter(), CampaignScene.Reachable, 0, Cancellation);

        Assert.True(await _scene.Broadcasts.PauseAsync(broadcast, PauseReason.BadContent, Cancellation));
        Assert.False(await _scene.Broadcasts.PauseAsync(broadcast, PauseReason.Staff, Cancellation));
        Assert.Equal((BroadcastState.Paused, PauseReason.BadContent), await StateAsync(broadcast));

        Assert.True(await _scene.Broadcasts.ResumeAsync(broadcast, Cancellation));
        Assert.Equal((BroadcastState.Running, null), await StateAsync(broadcast));
    }

    [Fact]
    public async Task Cancelled_is_for_ever_and_leaves_what_was_sent()
    {
        await _scene.SubscribeAsync(4);
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        var reserved = await _scene.ReserveAsync(fence, 3);
        await _scene.BeginAsync(fence, reserved[0].Key);
        await _scene.BeginAsync(fence, reserved[1].Key, new DeliverySettlement(reserved[0].Key, DeliveryState.Sent));

        Assert.True(await _scene.Broadcasts.CancelAsync(broadcast, Cancellation));
        Assert.False(await _scene.Broadcasts.CancelAsync(broadcast, Cancellation));
        Assert.False(await _scene.Broadcasts.ResumeAsync(broadcast, Cancellation));
        Assert.Equal(0, await _scene.Broadcasts.RetryAsync(broadcast, DeliveryState.Skipped, [], Cancellation));

        await _scene.SettleAsync(fence, reserved[1].Key, DeliveryState.Sent);
        Assert.Equal(new BroadcastCounts { Sent = 2, Skipped = 2 }, await _scene.Broadcasts.CountAsync(broadcast, Cancellation));
        Assert.Equal((BroadcastState.Cancelled, null), await StateAsync(broadcast));
        Assert.All((await _scene.ReadAsync(broadcast)).Where(d => d.State == DeliveryState.Skipped), d => Assert.Equal(DeliveryCause.Cancelled, d.Cause));
    }

    [Fact]
    public async Task A_broadcast_ends_when_nothing_of_it_is_open_and_not_before()
    {
        await _scene.SubscribeAsync(2);
        var (broadcast, other) = (await _scene.RunAsync(), await _scene.RunAsync());
        await _scene.Broadcasts.PauseAsync(other, PauseReason.Staff, Cancellation);
        var fence = await _scene.LeadAsync();
        Assert.Empty(await _scene.Broadcasts.EndFinishedAsync(Cancellation));
        var reserved = await _scene.ReserveAsync(fence);
        await _scene.BeginAsync(fence, reserved[0].Key);
        await _scene.BeginAsync(fence, reserved[1].Key, new DeliverySettlement(reserved[0].Key, DeliveryState.Failed, DeliveryCause.ChannelFault));
        Assert.Empty(await _scene.Broadcasts.EndFinishedAsync(Cancellation));

        await _scene.SettleAsync(fence, reserved[1].Key, DeliveryState.Sent);

        Assert.Equal([broadcast], await _scene.Broadcasts.EndFinishedAsync(Cancellation));
        Assert.Empty(await _scene.Broadcasts.EndFinishedAsync(Cancellation));
        Assert.Equal(_scene.Clock.GetUtcNow(), (await _scene.ReadBroadcastAsync(broadcast)).EndedAt);
    }

    [Fact]
    public async Task What_failed_for_a_cause_that_is_mended_is_sent_once_more_and_the_broadcast_runs_again()
    {
        await _scene.SubscribeAsync(3);
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        DeliveryCause?[] causes = [null, DeliveryCause.Unauthorized, DeliveryCause.UnknownAddress];
        foreach (var (reserved, cause) in (await _scene.ReserveAsync(fence)).Zip(causes))
        {
            await _scene.BeginAsync(fence, reserved.Key);
            await _scene.SettleAsync(fence, reserved.Key, cause is null ? DeliveryState.Sent : DeliveryState.Failed, cause);
        }

        await _scene.Broadcasts.EndFinishedAsync(Cancellation);

        Assert.Equal(1, await _scene.Broadcasts.RetryAsync(broadcast, DeliveryState.Failed, [DeliveryCause.Unauthorized], Cancellation));
        Assert.Equal(((BroadcastState.Running, null), (DateTimeOffset?)null), (await StateAsync(broadcast), (await _scene.ReadBroadcastAsync(broadcast)).EndedAt));
        await _scene.SendAllAsync(fence);
        Assert.Equal(1, await _scene.Broadcasts.RetryAsync(broadcast, DeliveryState.Failed, [], Cancellation));
        await _scene.SendAllAsync(fence);

        Assert.Equal([broadcast], await _scene.Broadcasts.EndFinishedAsync(Cancellation));
        Assert.Equal(new BroadcastCounts { Sent = 3 }, await _scene.Broadcasts.CountAsync(broadcast, Cancellation));
        Assert.Equal(0, await _scene.Broadcasts.RetryAsync(broadcast, DeliveryState.Failed, [], Cancellation));
        Assert.Equal(BroadcastState.Done, (await StateAsync(broadcast)).State);
    }

    [Theory]
    [InlineData(DeliveryState.Sent)]
    [InlineData(DeliveryState.Sending)]
    [InlineData(DeliveryState.Stopped)]
    public async Task What_arrived_or_was_not_wanted_is_never_sent_once_more(DeliveryState state) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _scene.Broadcasts.RetryAsync(Guid.NewGuid(), state, [], Cancellation));

    [Fact]
    public async Task Ending_and_putting_back_at_once_never_ends_a_broadcast_with_something_open()
    {
        await _scene.SubscribeAsync();
        var fence = await _scene.LeadAsync();
        for (var round = 0; round < 10; round++)
        {
            var broadcast = await _scene.RunAsync();
            var key = Assert.Single(await _scene.ReserveAsync(fence)).Key;
            await _scene.BeginAsync(fence, key);
            await _scene.SettleAsync(fence, key, DeliveryState.Failed, DeliveryCause.ChannelFault);

            await Task.WhenAll(
                _scene.Broadcasts.EndFinishedAsync(Cancellation),
                _scene.Broadcasts.RetryAsync(broadcast, DeliveryState.Failed, [], Cancellation),
                _scene.Broadcasts.EndFinishedAsync(Cancellation));

            Assert.Equal(BroadcastState.Running, (await StateAsync(broadcast)).State);
            await _scene.SendAllAsync(fence);
        }
    }

    [Fact]
    public async Task Where_nothing_is_kept_nothing_is_broadcast()
    {
        await using var host = await StorageHost.OpenInMemoryAsync();

        Assert.Throws<StorageStartException>(() => host.Get<BroadcastControl>());
        Assert.Throws<StorageStartException>(() => host.Get<DeliveryStore>());
        Assert.Throws<StorageStartException>(() => host.Get<SenderLeases>());
    }

    private async Task<(BroadcastState State, PauseReason? Because)> StateAsync(Guid id)
    {
        var found = await _scene.ReadBroadcastAsync(id);
        return (found.State, found.PausedBecause);
    }
}
