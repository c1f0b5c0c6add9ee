using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>Who may send on a channel.</summary>
public sealed class SenderLeasesTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task While_the_holder_lives_nobody_else_leads_and_renewing_keeps_the_fence()
    {
        var (first, second) = (_scene.Node(), _scene.Node());

        Assert.Equal(1, await TakeAsync(first));
        Assert.Null(await TakeAsync(second));
        Assert.Equal(1, await TakeAsync(first));
        Assert.Null(await TakeAsync(second));
    }

    [Fact]
    public async Task Channels_are_led_each_by_its_own()
    {
        var (first, second) = (_scene.Node(), _scene.Node());

        Assert.Equal(1, await first.TryTakeAsync("telegram", Cancellation));
        Assert.Equal(1, await second.TryTakeAsync("zalo", Cancellation));
        Assert.Null(await first.TryTakeAsync("zalo", Cancellation));
    }

    [Fact]
    public async Task When_the_holders_connection_is_gone_another_leads_at_once_under_a_higher_fence()
    {
        var (first, second) = (_scene.Node(), _scene.Node());
        await TakeAsync(first);

        await _scene.ExecuteAsync("SELECT pg_terminate_backend(backend_pid, 5000) FROM sender_leases");

        Assert.Equal(2, await TakeAsync(second));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => TakeAsync(first));
        Assert.Null(await TakeAsync(first));
    }

    [Fact]
    public async Task A_connection_of_the_same_number_that_began_later_is_not_the_holders()
    {
        var (first, second) = (_scene.Node(), _scene.Node());
        await TakeAsync(first);
        await _scene.ExecuteAsync("UPDATE sender_leases SET backend_start = backend_start - interval '1 second'");

        Assert.Equal(2, await TakeAsync(second));
    }

    [Fact]
    public async Task A_holder_that_hangs_is_followed_when_its_lease_ran_out()
    {
        var (first, second) = (_scene.Node(TimeSpan.Zero), _scene.Node());
        await TakeAsync(first);

        Assert.Equal(2, await TakeAsync(second));
        Assert.Null(await TakeAsync(first));
    }

    [Fact]
    public async Task A_lease_that_ran_out_and_that_nobody_took_is_renewed_under_the_same_fence()
    {
        var first = _scene.Node(TimeSpan.Zero);
        await TakeAsync(first);

        Assert.Equal(1, await TakeAsync(first));
    }

    [Fact]
    public async Task Who_leaves_is_followed_at_once_and_fences_only_grow()
    {
        var (first, second) = (_scene.Node(), _scene.Node());
        await TakeAsync(first);
        await second.LeaveAsync(CampaignScene.Channel, Cancellation);
        Assert.Null(await TakeAsync(second));

        await first.LeaveAsync(CampaignScene.Channel, Cancellation);
        Assert.Equal(2, await TakeAsync(second));
        await second.LeaveAsync(CampaignScene.Channel, Cancellation);

        Assert.Equal(3, await TakeAsync(first));
    }

    [Fact]
    public async Task A_silence_that_the_channel_asked_for_is_known_to_whoever_takes_the_lease_next()
    {
        var (first, second) = (_scene.Node(), _scene.Node());
        await first.TryTakeAsync(CampaignScene.Channel, TimeSpan.FromMinutes(5), Cancellation);
        await first.KeepSilentAsync(CampaignScene.Channel, TimeSpan.FromMinutes(10), Cancellation);
        await first.TryTakeAsync(CampaignScene.Channel, TimeSpan.FromSeconds(30), Cancellation);

        await _scene.ExecuteAsync("SELECT pg_terminate_backend(backend_pid, 5000) FROM sender_leases");
        var taken = await second.TryTakeAsync(CampaignScene.Channel, TimeSpan.Zero, Cancellation);

        Assert.Equal(2, taken!.Value.Fence);
        Assert.InRange(taken.Value.Silence, TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Without_a_silence_there_is_none_and_one_that_is_over_is_none()
    {
        var (first, second) = (_scene.Node(), _scene.Node());
        Assert.Equal(TimeSpan.Zero, (await first.TryTakeAsync(CampaignScene.Channel, TimeSpan.Zero, Cancellation))!.Value.Silence);
        await first.KeepSilentAsync(CampaignScene.Channel, TimeSpan.FromMinutes(5), Cancellation);
        await second.KeepSilentAsync(CampaignScene.Channel, TimeSpan.FromHours(5), Cancellation);
        Assert.InRange((await first.TryTakeAsync(CampaignScene.Channel, TimeSpan.Zero, Cancellation))!.Value.Silence, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5));

        await _scene.ExecuteAsync("UPDATE sender_leases SET silent_until = clock_timestamp() - interval '1 second'");

        Assert.Equal(TimeSpan.Zero, (await first.TryTakeAsync(CampaignScene.Channel, TimeSpan.Zero, Cancellation))!.Value.Silence);
    }

    [Fact]
    public async Task Of_many_who_reach_for_it_at_once_one_leads()
    {
        var nodes = Enumerable.Range(0, 8).Select(_ => _scene.Node()).ToList();

        var fences = await Task.WhenAll(nodes.Select(TakeAsync));

        Assert.Equal([1L], fences.OfType<long>());
    }

    private static Task<long?> TakeAsync(SenderLeases node) => node.TryTakeAsync(CampaignScene.Channel, Cancellation);
}
