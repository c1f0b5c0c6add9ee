using System.Collections.Concurrent;
using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>What a sender that is gone left behind.</summary>
public sealed class TakeOverTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData(false, DeliveryState.Pending)]
    [InlineData(true, DeliveryState.InDoubt)]
    public async Task What_was_being_sent_is_listed_as_doubted_and_sent_again_unless_the_campaign_only_lists(bool listsDoubts, DeliveryState after)
    {
        await _scene.SubscribeAsync(3);
        var broadcast = await _scene.RunAsync(listsDoubts: listsDoubts);
        var old = await _scene.LeadAsync();
        var reserved = await _scene.ReserveAsync(old, 2);
        await _scene.BeginAsync(old, reserved[0].Key);
        var fence = await _scene.ChangeLeaderAsync();

        Assert.Equal(2, await _scene.Deliveries.TakeOverAsync(CampaignScene.Channel, fence, Cancellation));

        var doubted = await _scene.ReadAsync(reserved[0].Key);
        Assert.Equal((after, _scene.Clock.GetUtcNow(), (short)1), (doubted.State, doubted.DoubtedAt, doubted.Attempts));
        var merelyReserved = await _scene.ReadAsync(reserved[1].Key);
        Assert.Equal((DeliveryState.Pending, null, (short)0), (merelyReserved.State, merelyReserved.DoubtedAt, merelyReserved.Attempts));
        Assert.Equal(listsDoubts ? 1 : 0, (await _scene.Broadcasts.CountAsync(broadcast, Cancellation)).InDoubt);
    }

    [Fact]
    public async Task The_list_of_doubts_outlives_the_sending_again()
    {
        await _scene.SubscribeAsync();
        var broadcast = await _scene.RunAsync();
        var old = await _scene.LeadAsync();
        var key = (await _scene.ReserveAsync(old))[0].Key;
        await _scene.BeginAsync(old, key);
        var fence = await _scene.ChangeLeaderAsync();
        await _scene.Deliveries.TakeOverAsync(CampaignScene.Channel, fence, Cancellation);
        var doubted = _scene.Clock.GetUtcNow();

        _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await _scene.SendAllAsync(fence);

        var row = Assert.Single(await _scene.ReadAsync(broadcast));
        Assert.Equal((DeliveryState.Sent, doubted, (short)2), (row.State, row.DoubtedAt, row.Attempts));
    }

    [Fact]
    public async Task Doubts_of_a_cancelled_broadcast_are_listed_and_not_sent_again_and_of_a_paused_one_wait()
    {
        await _scene.SubscribeAsync();
        var (cancelled, paused) = (await _scene.RunAsync(), await _scene.RunAsync());
        var old = await _scene.LeadAsync();
        foreach (var reserved in await _scene.ReserveAsync(old))
        {
            await _scene.BeginAsync(old, reserved.Key);
        }

        await _scene.Broadcasts.CancelAsync(cancelled, Cancellation);
        await _scene.Broadcasts.PauseAsync(paused, PauseReason.Staff, Cancellation);
        await _scene.Deliveries.TakeOverAsync(CampaignScene.Channel, await _scene.ChangeLeaderAsync(), Cancellation);

        Assert.Equal(DeliveryState.InDoubt, Assert.Single(await _scene.ReadAsync(cancelled)).State);
        Assert.Equal(DeliveryState.Pending, Assert.Single(await _scene.ReadAsync(paused)).State);
    }

    [Fact]
    public async Task What_is_our_own_or_another_channels_is_left_alone()
    {
        await _scene.SubscribeAsync();
        await _scene.SubscribeAsync("zalo");
        var broadcast = await _scene.RunAsync();
        await _scene.ChangeLeaderAsync();
        var (fence, zalo) = (await _scene.ChangeLeaderAsync(), await _scene.LeadAsync("zalo"));
        await _scene.ReserveAsync(fence);
        await _scene.Deliveries.ReserveAsync("zalo", zalo, 1, Cancellation);

        Assert.Equal(0, await _scene.Deliveries.TakeOverAsync(CampaignScene.Channel, fence, Cancellation));

        Assert.Equal(2, (await _scene.Broadcasts.CountAsync(broadcast, Cancellation)).Reserved);
    }

    [Fact]
    public async Task A_beginning_that_races_with_a_take_over_is_either_refused_or_listed_as_doubted()
    {
        await _scene.SubscribeAsync(300);
        var broadcast = await _scene.RunAsync();
        var old = await _scene.LeadAsync();
        var keys = (await _scene.ReserveAsync(old, 300)).Select(r => r.Key).ToList();
        // Workers that ask one after another, so that there are many commits before, during and after the take-over.
        var begun = new ConcurrentBag<DeliveryKey>();
        var workers = keys.Chunk(30).Select(async chunk =>
        {
            foreach (var key in chunk)
            {
                if (await _scene.BeginAsync(old, key))
                {
                    begun.Add(key);
                }
            }
        }).ToList();

        var fence = await _scene.ChangeLeaderAsync();
        await _scene.Deliveries.TakeOverAsync(CampaignScene.Channel, fence, Cancellation);
        await Task.WhenAll(workers);

        var rows = await _scene.ReadAsync(broadcast);
        Assert.DoesNotContain(rows, d => d.State is DeliveryState.Sending or DeliveryState.Reserved);
        Assert.Equal(begun.Select(key => key.SubscriberId).Order(), rows.Where(d => d.DoubtedAt is not null).Select(d => d.SubscriberId).Order());
    }
}
