using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Outreach.Scheduler.Retention;
using Outreach.Scheduler.Tests.Campaigns;
using Outreach.Storage.Campaigns;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Retention;

/// <summary>How long it is kept what became of each recipient.</summary>
public sealed class CampaignRetentionTests(TestCluster cluster)
{
    private const string Key = "Campaigns:DeliveriesKeptDays";
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_ninety_days_or_what_is_set_and_when_somebody_last_got_one_as_long_as_a_campaign_may_ask()
    {
        await using var house = await CampaignHost.OpenAsync(null, _clock);
        await using var other = await CampaignHost.OpenAsync(null, _clock, (Key, "30"));

        Assert.Equal(90, house.Get<CampaignRetention>().Deliveries.Days);
        Assert.Equal(30, other.Get<CampaignRetention>().Deliveries.Days);
        Assert.Equal(Scheduler.Campaigns.CampaignPlan.MaxCapDays, other.Get<CampaignRetention>().LastSent.Days);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("3651")]
    [InlineData("-90")]
    [InlineData("lâu")]
    public async Task A_number_that_cannot_be_right_is_refused_by_name_with_its_bounds(string given)
    {
        await using var house = await CampaignHost.OpenAsync(null, _clock, (Key, given));

        var refused = Assert.Throws<OptionsValidationException>(house.Get<CampaignRetention>);

        Assert.Contains($"{Key} must be a whole number from 7 to 3650; it is '{given}'.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hourly_job_does_what_the_rules_say_and_nothing_without_a_database()
    {
        await using var house = await CampaignHost.OpenAsync(await cluster.CreateDatabaseAsync(Token), _clock, (Key, "30"));
        await house.SubscribeAsync(3);
        var campaign = await house.StartedAsync(CampaignHost.Plan());
        await house.Planner.BeginDueAsync(Token);
        var broadcast = Assert.Single(await house.BroadcastsOfAsync(campaign));
        await house.Get<BroadcastControl>().CancelAsync(broadcast.Id, Token);
        await RunAsync(house);
        Assert.Equal(3, await RowsAsync(house));

        _clock.Advance(TimeSpan.FromDays(30));
        await RunAsync(house);

        Assert.Equal(0, await RowsAsync(house));
        Assert.Equal(3, (await house.Shelf.ShowAsync(broadcast.Id, Token))!.Counts.Skipped);
        await using var memory = await CampaignHost.OpenAsync(null, _clock);
        await RunAsync(memory);
    }

    private static async Task RunAsync(CampaignHost house) =>
        await ActivatorUtilities.CreateInstance<DeliveryKeepingJob>(house.Get<IServiceProvider>()).Execute(null!, Token);

    private static async Task<int> RowsAsync(CampaignHost house)
    {
        await using var db = await house.OpenDbAsync();
        return await db.Deliveries.CountAsync(Token);
    }
}
