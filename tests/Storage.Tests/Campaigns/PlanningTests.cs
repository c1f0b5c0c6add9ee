using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>Who gets a row of a broadcast.</summary>
public sealed class PlanningTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Two_nodes_that_plan_at_once_make_the_rows_once()
    {
        await _scene.SubscribeAsync(40);
        var broadcast = await _scene.ScheduleAsync();
        var other = new BroadcastControl(_scene.Source, _scene.Clock, _scene.Host.Get<LocalDay>());

        var made = await Task.WhenAll(new[] { _scene.Broadcasts, other, _scene.Broadcasts, other }
            .Select(store => store.PlanAsync(broadcast, new AudienceFilter(), CampaignScene.Reachable, 0, Cancellation)));

        Assert.Equal([40], made.OfType<int>());
        Assert.Equal(40, (await _scene.ReadAsync(broadcast)).Select(d => d.SubscriberId).Distinct().Count());
        Assert.Equal((BroadcastState.Running, _scene.Clock.GetUtcNow()), ((await _scene.ReadBroadcastAsync(broadcast)).State, (await _scene.ReadBroadcastAsync(broadcast)).StartedAt));
    }

    [Fact]
    public async Task What_was_cancelled_or_has_begun_is_not_begun()
    {
        await _scene.SubscribeAsync();
        var cancelled = await _scene.ScheduleAsync();
        await _scene.Broadcasts.CancelAsync(cancelled, Cancellation);
        var running = await _scene.RunAsync();

        Assert.Null(await PlanAsync(cancelled, new AudienceFilter()));
        Assert.Null(await PlanAsync(running, new AudienceFilter()));
        Assert.Empty(await _scene.ReadAsync(cancelled));
    }

    [Fact]
    public async Task What_waits_for_a_word_begins_when_it_is_given_and_an_audience_of_nobody_is_an_audience()
    {
        var broadcast = await _scene.ScheduleAsync();
        await _scene.Broadcasts.AskAsync(broadcast, Cancellation);

        Assert.Equal(0, await PlanAsync(broadcast, new AudienceFilter()));
        Assert.Equal(BroadcastState.Running, (await _scene.ReadBroadcastAsync(broadcast)).State);
    }

    public static TheoryData<string, AudienceFilter> Filters() => new()
    {
        { "language", new AudienceFilter { Languages = ["en"] } },
        { "province", new AudienceFilter { Provinces = ["bac-ninh", "ha-noi"] } },
        { "role", new AudienceFilter { Roles = ["landlord"] } },
        { "topic", new AudienceFilter { Topics = ["bhxh", "thue"] } },
        { "channel", new AudienceFilter { Channels = ["zalo"] } },
        { "joined", new AudienceFilter { JoinedBefore = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero) } },
        {
            "all", new AudienceFilter
            {
                Languages = ["en"], Provinces = ["bac-ninh"], Roles = ["landlord"], Topics = ["bhxh"], Channels = ["zalo"],
                JoinedBefore = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
            }
        },
    };

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public async Task Each_field_of_the_audience_leaves_out_those_it_does_not_mean(string field, AudienceFilter audience)
    {
        var meant = new SubscriberProfile { Language = "en", Province = "bac-ninh", Role = "landlord", Topics = ["tien-luong", "bhxh"] };
        var early = new DateTimeOffset(2026, 5, 31, 23, 59, 59, TimeSpan.Zero);
        var wanted = await _scene.SubscribeAsync("zalo", meant, early);
        var others = new Dictionary<string, Guid>
        {
            ["language"] = await _scene.SubscribeAsync("zalo", meant with { Language = "vi" }, early),
            ["province"] = await _scene.SubscribeAsync("zalo", meant with { Province = null }, early),
            ["role"] = await _scene.SubscribeAsync("zalo", meant with { Role = "worker" }, early),
            ["topic"] = await _scene.SubscribeAsync("zalo", meant with { Topics = ["tien-luong"] }, early),
            ["channel"] = await _scene.SubscribeAsync("telegram", meant, early),
            ["joined"] = await _scene.SubscribeAsync("zalo", meant, early.AddSeconds(1)),
        };
        var broadcast = await _scene.ScheduleAsync();

        await PlanAsync(broadcast, audience);

        var planned = (await _scene.ReadAsync(broadcast)).Select(d => d.SubscriberId).ToList();
        Assert.Contains(wanted, planned);
        Assert.All(others, other => Assert.Equal(field != "all" && field != other.Key, planned.Contains(other.Value)));
    }

    [Fact]
    public async Task Who_named_no_topic_wants_all_of_them()
    {
        var all = await _scene.SubscribeAsync();

        var broadcast = await _scene.RunAsync(audience: new AudienceFilter { Topics = ["bhxh"] });

        Assert.Equal(all, Assert.Single(await _scene.ReadAsync(broadcast)).SubscriberId);
    }

    [Fact]
    public async Task Who_stopped_or_blocked_us_has_no_row_and_who_cannot_be_written_to_has_one_that_says_why()
    {
        await _scene.WithdrawAsync(await _scene.SubscribeAsync());
        await _scene.WithdrawAsync(await _scene.SubscribeAsync(), Withdrawal.Blocked);
        var web = await _scene.SubscribeAsync("web");
        var free = await _scene.SubscribeAsync();

        var broadcast = await _scene.RunAsync();

        Assert.Equivalent(
            new[] { (web, DeliveryState.Skipped, (DeliveryCause?)DeliveryCause.ChannelClosed), (free, DeliveryState.Pending, null) },
            (await _scene.ReadAsync(broadcast)).Select(d => (d.SubscriberId, d.State, d.Cause)),
            strict: true);
    }

    [Fact]
    public async Task Who_got_another_campaign_within_the_days_kept_free_is_left_alone_and_not_a_day_longer()
    {
        var fence = await _scene.LeadAsync();
        var written = await _scene.SubscribeAsync();
        await _scene.RunAsync();
        await _scene.SendAllAsync(fence);
        await _scene.Broadcasts.EndFinishedAsync(Cancellation);
        var fresh = await _scene.SubscribeAsync();
        _scene.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));

        var soon = await _scene.RunAsync(capDays: 7);
        _scene.Clock.Advance(TimeSpan.FromSeconds(2));
        var late = await _scene.RunAsync(capDays: 7);

        var capped = Assert.Single(await _scene.ReadAsync(soon), d => d.State == DeliveryState.Skipped);
        Assert.Equal((written, DeliveryCause.Capped), (capped.SubscriberId, capped.Cause));
        Assert.Contains(await _scene.ReadAsync(soon), d => d.SubscriberId == fresh && d.State == DeliveryState.Pending);
        Assert.DoesNotContain(await _scene.ReadAsync(late), d => d.State == DeliveryState.Skipped);
    }

    [Fact]
    public async Task The_estimate_says_what_the_planning_then_makes()
    {
        var fence = await _scene.LeadAsync();
        await _scene.SubscribeAsync(3);
        await _scene.RunAsync();
        await _scene.SendAllAsync(fence);
        await _scene.WithdrawAsync(await _scene.SubscribeAsync());
        await _scene.WithdrawAsync(await _scene.SubscribeAsync(), Withdrawal.Blocked);
        await _scene.WithdrawAsync(await _scene.SubscribeAsync("web"), Withdrawal.Blocked);
        await _scene.SubscribeAsync("web");
        await _scene.SubscribeAsync("zalo", new SubscriberProfile { Language = "en" });
        await _scene.SubscribeAsync(rests: (8 * 60, 16 * 60));
        await _scene.SubscribeAsync(2);
        await _scene.SubscribeAsync("zalo", new SubscriberProfile { Language = "vi", Role = "employer" });
        var audience = new AudienceFilter { Languages = ["vi", "en"], Channels = ["telegram", "zalo", "web"] };
        var broadcast = await _scene.ScheduleAsync(capDays: 7);

        var estimate = await _scene.Broadcasts.EstimateAsync(audience, CampaignScene.Reachable, 7, 21 * 60, 7 * 60, Cancellation);
        await _scene.Broadcasts.PlanAsync(broadcast, audience, CampaignScene.Reachable, 7, Cancellation);

        var rows = (await _scene.ReadAsync(broadcast)).CountBy(d => d.Cause?.ToString() ?? "").ToDictionary();
        Assert.Equal((rows[""], rows["Capped"], rows["ChannelClosed"]), (estimate.Eligible, estimate.Capped, estimate.ChannelClosed));
        Assert.Equal((5, 1, 1, 2, 3, 1), (estimate.Eligible, estimate.Quiet, estimate.OptedOut, estimate.Blocked, estimate.Capped, estimate.ChannelClosed));
        Assert.Equivalent(new Dictionary<string, long> { ["telegram"] = 3, ["zalo"] = 2 }, estimate.ByChannel, strict: true);
        Assert.Equivalent(new Dictionary<string, long> { ["vi"] = 4, ["en"] = 1 }, estimate.ByLanguage, strict: true);
    }

    private Task<int?> PlanAsync(Guid broadcast, AudienceFilter audience) =>
        _scene.Broadcasts.PlanAsync(broadcast, audience, CampaignScene.Reachable, 0, Cancellation);
}
