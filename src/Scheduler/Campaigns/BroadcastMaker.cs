using Microsoft.Extensions.Options;
using Outreach.Content.Store;
using Outreach.Scheduler.Planning;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>Makes the broadcasts of a campaign: each with the frozen plan and the one message of its date.</summary>
public sealed class BroadcastMaker(Func<ContentStore> content, LocalDay day, IOptions<SchedulerOptions> options)
{
    /// <summary>Before anything was ever planned: so that a single date is found though it is over.</summary>
    private static readonly DateTimeOffset Ever = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first broadcast of a campaign that is started now. A single date that is over still has one: how late is too late is judged when it is due.</summary>
    /// <returns>Null where the rule gives no date any more.</returns>
    public Broadcast? First(Guid campaignId, CampaignPlan plan, DateTimeOffset now) => plan.When switch
    {
        null => Make(campaignId, plan, null, now),
        var rule => DatesOf(rule)?.Next(rule is Recurrence.Once ? Ever : now) is { } date ? Make(campaignId, plan, date, date.At) : null,
    };

    /// <summary>The broadcast after another one of the campaign; null where there is none.</summary>
    /// <param name="due">The last one's <see cref="CampaignPlan.Due"/>.</param>
    public Broadcast? Following(Guid campaignId, CampaignPlan plan, DateOnly due) =>
        plan.When is { } rule and not Recurrence.Once && DatesOf(rule)?.Following(due) is { } date ? Make(campaignId, plan, date, date.At) : null;

    /// <summary>The date of a due day as the holidays are known now; null where the rule has no such day.</summary>
    public Occurrence? DateOf(CampaignPlan plan, DateOnly due) =>
        plan.When is { } rule && due > DateOnly.MinValue && DatesOf(rule)?.Following(due.AddDays(-1)) is { } date && date.Due == due ? date with { At = Kept(date.At) } : null;

    /// <summary>The next dates of a plan, at most <paramref name="count"/>; none where it is sent once, when it is started.</summary>
    public IReadOnlyList<Occurrence> Dates(CampaignPlan plan, DateTimeOffset from, int count) => plan.When is { } rule && DatesOf(rule) is { } dates ? dates.Upcoming(from, count) : [];

    /// <summary>The day whose figures a message will have: its next one; today where it is sent when it is started, or never.</summary>
    /// <param name="message">From 0.</param>
    public DateOnly SendDay(CampaignPlan plan, int message, DateTimeOffset from)
    {
        var dates = Dates(plan, from, plan.When is Recurrence.Series ? Recurrence.Series.Messages : 1);
        return dates.FirstOrDefault(date => plan.When is not Recurrence.Series || date.Message == message + 1)?.Day ?? day.Today;
    }

    /// <summary>So late a broadcast of the plan still begins by itself.</summary>
    public TimeSpan LatestStart(CampaignPlan plan) => TimeSpan.FromHours(plan.LateStartHours ?? options.Value.LateStartHours);

    /// <summary>The quiet hours of the plan, or those of the house.</summary>
    public QuietHours QuietHoursOf(CampaignPlan plan) =>
        QuietHours.Parse(plan.QuietHours ?? options.Value.QuietHours, out _) ?? QuietHours.Parse(options.Value.QuietHours, out _)!;

    /// <summary>The database keeps microseconds: what is compared later must be what was kept.</summary>
    private static DateTimeOffset Kept(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Null for what has no dates at all, as a day 0: no such rule is kept, but one may have been before that was asked.</summary>
    private Timetable? DatesOf(Recurrence rule) => RuleCheck.FormOf(rule) is null ? new Timetable(rule, day.Zone, content().Current.Holidays) : null;

    private Broadcast Make(Guid campaignId, CampaignPlan plan, Occurrence? date, DateTimeOffset at)
    {
        var quiet = QuietHoursOf(plan);
        return new Broadcast
        {
            CampaignId = campaignId,
            PlannedAt = Kept(at),
            State = date is { AskFirst: true } ? BroadcastState.Waiting : BroadcastState.Scheduled,
            Plan = (plan with { Messages = [plan.MessageOf(date?.Message)], Due = date?.Due, Doubt = date?.Doubt ?? DateDoubt.None }).ToJson(),
            QuietFrom = quiet.FromMinute,
            QuietTo = quiet.ToMinute,
            CapDays = (short)plan.CapDays,
            ListsDoubts = plan.ListsDoubts,
        };
    }
}
