using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>One message for one person, though subscribed twice.</summary>
public sealed class LinkedPeopleTests(TestCluster cluster) : IAsyncLifetime
{
    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task The_newest_subscription_of_a_person_gets_it_and_the_others_say_why_not()
    {
        var (early, late) = (await SubscribedAsync(daysAgo: 30), await SubscribedAsync(daysAgo: 3));
        var alone = await SubscribedAsync(daysAgo: 90);
        await LinkAsync(early, late);

        var broadcast = await _scene.RunAsync();

        Assert.Equivalent(
            new[] { (early, DeliveryState.Skipped, (DeliveryCause?)DeliveryCause.SamePerson), (late, DeliveryState.Pending, null), (alone, DeliveryState.Pending, null) },
            (await _scene.ReadAsync(broadcast)).Select(d => (d.SubscriberId, d.State, d.Cause)));
    }

    [Fact]
    public async Task Of_two_consents_of_one_instant_it_is_always_the_same()
    {
        var (one, other) = (await SubscribedAsync(daysAgo: 3), await SubscribedAsync(daysAgo: 3));
        await LinkAsync(one, other);

        var chosen = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            chosen.Add((await _scene.ReadAsync(await _scene.RunAsync())).Single(d => d.State == DeliveryState.Pending).SubscriberId);
        }

        Assert.Single(chosen.Distinct());
    }

    [Fact]
    public async Task A_subscription_that_is_not_meant_or_cannot_be_reached_takes_nothing_from_the_other()
    {
        var (telegram, web) = (await SubscribedAsync(daysAgo: 30), await SubscribedAsync(daysAgo: 3, channel: "web"));
        await LinkAsync(telegram, web);
        var (english, vietnamese) = (await SubscribedAsync(daysAgo: 3, language: "en"), await SubscribedAsync(daysAgo: 30));
        await LinkAsync(english, vietnamese);

        var broadcast = await _scene.RunAsync(audience: new AudienceFilter { Languages = ["vi"] });

        Assert.Equivalent(
            new[] { (telegram, DeliveryState.Pending), (web, DeliveryState.Skipped), (vietnamese, DeliveryState.Pending) },
            (await _scene.ReadAsync(broadcast)).Select(d => (d.SubscriberId, d.State)));
    }

    [Fact]
    public async Task The_pause_between_campaigns_is_the_persons_whichever_conversation_got_the_last_one()
    {
        var (early, late) = (await SubscribedAsync(daysAgo: 30), await SubscribedAsync(daysAgo: 3));
        var first = await _scene.RunAsync(audience: new AudienceFilter { JoinedBefore = _scene.Clock.GetUtcNow().AddDays(-10) });
        await _scene.SendAllAsync(await _scene.LeadAsync());
        Assert.Equal([early], (await _scene.ReadAsync(first)).Select(d => d.SubscriberId));
        await LinkAsync(early, late);

        var second = await _scene.RunAsync(capDays: 7);

        Assert.Equal(
            new Dictionary<Guid, DeliveryCause?> { [early] = DeliveryCause.SamePerson, [late] = DeliveryCause.Capped },
            (await _scene.ReadAsync(second)).ToDictionary(d => d.SubscriberId, d => d.Cause));
    }

    [Fact]
    public async Task Who_links_while_it_runs_gets_it_once()
    {
        var (one, other) = (await SubscribedAsync(daysAgo: 30), await SubscribedAsync(daysAgo: 3));
        var broadcast = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        await _scene.ReserveAsync(fence);
        Assert.True(await _scene.BeginAsync(fence, new DeliveryKey(broadcast, one)));
        await _scene.SettleAsync(fence, new DeliveryKey(broadcast, one), DeliveryState.Sent);
        await LinkAsync(one, other);

        Assert.False(await _scene.BeginAsync(fence, new DeliveryKey(broadcast, other)));

        var row = await _scene.ReadAsync(new DeliveryKey(broadcast, other));
        Assert.Equal((DeliveryState.Skipped, DeliveryCause.SamePerson), (row.State, row.Cause));
    }

    [Fact]
    public async Task Who_links_after_the_planning_keeps_the_pause_of_both()
    {
        var (one, other) = (await SubscribedAsync(daysAgo: 30), await SubscribedAsync(daysAgo: 3));
        var first = await _scene.RunAsync(audience: new AudienceFilter { JoinedBefore = _scene.Clock.GetUtcNow().AddDays(-10) });
        var second = await _scene.RunAsync(capDays: 7, audience: new AudienceFilter { Languages = ["vi"] });
        var fence = await _scene.LeadAsync();
        await _scene.ReserveAsync(fence);
        Assert.True(await _scene.BeginAsync(fence, new DeliveryKey(first, one)));
        await _scene.SettleAsync(fence, new DeliveryKey(first, one), DeliveryState.Sent);
        await LinkAsync(one, other);

        Assert.False(await _scene.BeginAsync(fence, new DeliveryKey(second, other)));

        Assert.Equal(DeliveryCause.Capped, (await _scene.ReadAsync(new DeliveryKey(second, other))).Cause);
    }

    [Fact]
    public async Task Who_blocks_us_in_one_conversation_is_written_to_in_the_other_next_time()
    {
        var (early, late) = (await SubscribedAsync(daysAgo: 30), await SubscribedAsync(daysAgo: 3));
        await LinkAsync(early, late);
        var first = await _scene.RunAsync();
        var fence = await _scene.LeadAsync();
        await _scene.ReserveAsync(fence);
        await _scene.BeginAsync(fence, new DeliveryKey(first, late));
        await _scene.SettleAsync(fence, new DeliveryKey(first, late), DeliveryState.Stopped, DeliveryCause.Blocked);

        var second = await _scene.RunAsync();

        var row = Assert.Single(await _scene.ReadAsync(second));
        Assert.Equal((early, DeliveryState.Pending), (row.SubscriberId, row.State));
    }

    [Fact]
    public async Task The_estimate_says_what_the_planning_does()
    {
        var (early, late) = (await SubscribedAsync(daysAgo: 30), await SubscribedAsync(daysAgo: 3));
        await SubscribedAsync(daysAgo: 20);
        await LinkAsync(early, late);

        var fresh = await EstimateAsync(capDays: 7);
        await _scene.RunAsync();
        await _scene.SendAllAsync(await _scene.LeadAsync());
        var after = await EstimateAsync(capDays: 7);

        Assert.Equal((2, 0, 1), (fresh.Eligible, fresh.Capped, fresh.SamePerson));
        Assert.Equal((0, 2, 1), (after.Eligible, after.Capped, after.SamePerson));
    }

    [Fact]
    public async Task A_rehearsal_counts_a_person_once()
    {
        await LinkAsync(await SubscribedAsync(daysAgo: 30), await SubscribedAsync(daysAgo: 3));
        await SubscribedAsync(daysAgo: 20);

        var cohorts = await _scene.Host.Get<AudienceCohorts>().ReadAsync(Cancellation);

        Assert.Equal(2, cohorts.Sum(cohort => cohort.Count));
        Assert.DoesNotContain(cohorts, cohort => cohort.ConsentedOn < _scene.Clock.GetUtcNow().AddDays(-25));
    }

    private Task<AudienceEstimate> EstimateAsync(int capDays) =>
        _scene.Broadcasts.EstimateAsync(new AudienceFilter(), CampaignScene.Reachable, capDays, null, null, Cancellation);

    private Task<Guid> SubscribedAsync(int daysAgo, string channel = CampaignScene.Channel, string language = "vi") =>
        _scene.SubscribeAsync(channel, new SubscriberProfile { Language = language }, _scene.Clock.GetUtcNow().AddDays(-daysAgo));

    private Task LinkAsync(Guid one, Guid other) =>
        _scene.ExecuteAsync($"UPDATE subscribers SET person_id = '{Guid.NewGuid()}' WHERE id IN ('{one}', '{other}')");
}
