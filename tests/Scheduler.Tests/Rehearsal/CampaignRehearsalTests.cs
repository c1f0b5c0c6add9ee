using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Scheduler.Rehearsal;
using Outreach.Scheduler.Tests.Campaigns;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Rehearsal;

public sealed class CampaignRehearsalTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly DateOnly From = new(2026, 11, 21);
    private static readonly IReadOnlyDictionary<string, int> Telegram = new Dictionary<string, int> { ["telegram"] = 1 };
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));
    private CampaignHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await CampaignHost.OpenAsync(await cluster.CreateDatabaseAsync(Token), _clock);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task It_says_who_gets_what_when_at_the_channels_rate()
    {
        await SubscribeAsync("telegram", 100, "vi", "worker");
        await SubscribeAsync("telegram", 30, "en", "worker");
        await SubscribeAsync("telegram", 5, "vi", "landlord");
        await SubscribeAsync("web", 7, "vi", "worker");
        var id = await _host.StartedAsync(CampaignHost.Plan(Monthly(25, 9)) with { Audience = new AudienceFilter { Roles = ["worker"] } });

        var outcome = await RunAsync(From, From.AddDays(40));

        Assert.Equal([25, 25], outcome.Broadcasts.Select(b => b.PlannedAt.Day));
        var first = outcome.Broadcasts[0];
        Assert.Equal((id, "scheduled", 100L, 30L, 7L, 0L), (first.CampaignId, first.State, first.Sent[("vi", "telegram")], first.Sent[("en", "telegram")], first.ChannelClosed, first.Capped));
        Assert.Equal((At(25, 9), At(25, 9, 2)), (first.FirstAt!.Value, first.LastAt!.Value));
        Assert.Equal([(new DateOnly(2026, 11, 25), 130L)], first.ByDay.Select(entry => (entry.Key, entry.Value)));
    }

    [Fact]
    public async Task Quiet_hours_carry_over_to_the_next_day()
    {
        await SubscribeAsync("telegram", 120, "vi", "worker");
        await _host.StartedAsync(CampaignHost.Plan(Monthly(25, 20, 59)));

        var broadcast = Assert.Single((await RunAsync(From, From.AddDays(10))).Broadcasts);

        Assert.Equal([(new DateOnly(2026, 11, 25), 60L), (new DateOnly(2026, 11, 26), 60L)], broadcast.ByDay.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal((At(25, 20, 59), At(26, 7)), (broadcast.FirstAt!.Value, broadcast.LastAt!.Value));
    }

    [Fact]
    public async Task Who_got_one_campaign_is_left_alone_by_the_next_within_its_days()
    {
        await SubscribeAsync("telegram", 20, "vi", "worker");
        await SubscribeAsync("telegram", 3, "vi", "landlord");
        await _host.StartedAsync(CampaignHost.Plan(Monthly(25, 9)) with { Audience = new AudienceFilter { Roles = ["worker"] } });
        await _host.StartedAsync(CampaignHost.Plan(Monthly(27, 9)) with { CapDays = 3 });
        await _host.StartedAsync(CampaignHost.Plan(Monthly(28, 9)) with { CapDays = 2 });

        var outcome = await RunAsync(From, new DateOnly(2026, 11, 30));

        Assert.Equal([(20L, 0L), (3L, 20L), (20L, 3L)], outcome.Broadcasts.Select(b => (b.Total, b.Capped)));
    }

    [Fact]
    public async Task What_nobody_approved_is_named_and_rehearsed_only_when_asked_for()
    {
        var author = await _host.StaffAsync("an");
        await _host.Desk.CreateAsync("Bản nháp", CampaignHost.Plan(Monthly(25, 9)), null, author, Token);
        await _host.ApprovedAsync(CampaignHost.Plan());

        var (without, with) = (await RunAsync(From, From.AddDays(10)), await RunAsync(From, From.AddDays(10), drafts: true));

        Assert.Equal((0, "Bản nháp", "Ngày Pháp luật"), (without.Broadcasts.Count, Assert.Single(without.Unapproved), Assert.Single(without.Unplanned)));
        Assert.Equal("draft", Assert.Single(with.Broadcasts).State);
    }

    [Fact]
    public async Task It_means_the_same_people_as_the_estimate()
    {
        await SubscribeAsync("telegram", 11, "vi", "worker");
        await SubscribeAsync("telegram", 7, "en", "landlord");
        await SubscribeAsync("web", 5, "vi", "worker");
        foreach (var rule in new[] { "", "language=en", "role=worker", "language=vi;role=landlord", "channel=web", "joined-before=2026-11-20", "topic=bhxh", "province=Huế" })
        {
            var audience = AudienceText.Parse(rule, TimeZoneInfo.Utc, out _)!;
            var estimate = await _host.Get<BroadcastControl>().EstimateAsync(audience, Reachable.Channels, 0, null, null, Token);
            var meant = (await _host.Get<AudienceCohorts>().ReadAsync(Token)).Where(cohort => CohortRules.IsMeant(audience, cohort)).ToList();

            Assert.Equal(
                (estimate.Eligible, estimate.ChannelClosed),
                (meant.Where(c => c.Channel == "telegram").Sum(c => c.Count), meant.Where(c => c.Channel != "telegram").Sum(c => c.Count)));
        }
    }

    [Fact]
    public async Task The_calendar_holds_holidays_legal_days_drafts_and_broadcasts()
    {
        var id = await _host.StartedAsync(CampaignHost.Plan(Monthly(24, 9)));
        await _host.Desk.CreateAsync("Bản nháp", CampaignHost.Plan(Monthly(26, 9)), null, await _host.StaffAsync("an"), Token);

        var dates = await _host.Get<CampaignCalendar>().ReadAsync(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31), Token);

        Assert.Equal(
            [
                ("2026-11-09", CalendarKind.Legal, "Ngày Pháp luật Việt Nam", null),
                ("2026-11-24", CalendarKind.Holiday, "Ngày Văn hóa Việt Nam", null),
                ("2026-11-25", CalendarKind.Campaign, "Ngày Pháp luật", "scheduled"),
                ("2026-11-26", CalendarKind.Campaign, "Bản nháp", "draft"),
                ("2026-12-24", CalendarKind.Campaign, "Ngày Pháp luật", "started"),
                ("2026-12-26", CalendarKind.Campaign, "Bản nháp", (string?)"draft"),
            ],
            dates.Select(date => (date.Day.ToString("O", CultureInfo.InvariantCulture), date.Kind, date.Name.Vi, date.State)));
        Assert.Equal((id, "ngay-van-hoa"), (dates[2].CampaignId!.Value, dates[2].Date!.MovedFor!.Id));
    }

    [Fact]
    public async Task What_began_late_stands_on_the_day_it_was_sent_and_what_is_far_away_is_still_found()
    {
        var id = await _host.StartedAsync(CampaignHost.Plan(Monthly(24, 9)));
        await using (var db = await _host.OpenDbAsync())
        {
            var broadcast = await db.Broadcasts.SingleAsync(b => b.CampaignId == id, Token);
            (broadcast.State, broadcast.StartedAt) = (BroadcastState.Done, At(27, 8));
            await db.SaveChangesAsync(Token);
        }

        var dates = await _host.Get<CampaignCalendar>().ReadAsync(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), Token);
        var later = await _host.Get<CampaignCalendar>().ReadAsync(new DateOnly(2033, 6, 1), new DateOnly(2033, 6, 30), Token);

        var sent = Assert.Single(dates, date => date.Kind == CalendarKind.Campaign);
        Assert.Equal((new DateOnly(2026, 11, 27), At(27, 8), At(25, 9), "done"), (sent.Day, sent.At!.Value, sent.PlannedAt!.Value, sent.State));
        Assert.Single(later, date => date.Kind == CalendarKind.Campaign);
    }

    private static Recurrence.MonthlyDay Monthly(int day, int hour, int minute = 0) => new Recurrence.MonthlyDay(day) { At = new TimeOnly(hour, minute) };

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new DateTimeOffset(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    private Task<RehearsalOutcome> RunAsync(DateOnly from, DateOnly to, bool drafts = false) => _host.Get<CampaignRehearsal>().RunAsync(from, to, Telegram, drafts, Token);

    private async Task SubscribeAsync(string channel, int count, string language, string role)
    {
        for (var number = 0; number < count; number++)
        {
            await _host.Get<ISubscriberStore>().SubscribeAsync(
                channel, $"{role}-{language}-{number}", new SubscriberProfile { Language = language, Role = role }, "v1", _clock.GetUtcNow(), Token);
        }
    }
}
