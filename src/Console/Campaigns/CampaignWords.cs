using System.Globalization;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Scheduler.Rehearsal;
using Outreach.Staff.Cases;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>Campaigns in the words and on the clock of whoever looks.</summary>
internal sealed class CampaignWords(ConsoleText text, LocalDay day, ContentStore content, BroadcastMaker maker)
{
    public TimeZoneInfo Zone => day.Zone;

    public string Day(DateOnly date) => $"{text["weekday." + date.DayOfWeek]}, {date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}";

    public string Clock(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string When(DateTimeOffset instant) => text["campaigns.when", ("day", Day(DateOnly.FromDateTime(Local(instant)))), ("time", Clock(instant))];

    public string ShortWhen(DateTimeOffset instant) => Local(instant).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    public string Rule(Recurrence? rule) => RuleText.Of(rule, text.Language);

    public string? Note(Occurrence date) => RuleText.Of(date, text.Language);

    /// <summary>What is to be said beside a date of the calendar that is still to come.</summary>
    public string? Note(CalendarDate date) => date is { OfBroadcast: null or BroadcastState.Scheduled or BroadcastState.Waiting, Date: { } occurrence } ? Note(occurrence) : null;

    /// <summary>The state of what stands in the calendar, as the phrases name it.</summary>
    public static string StateOf(CalendarDate date) =>
        date.OfBroadcast is { } broadcast ? "broadcast-" + broadcast : date.OfCampaign == CampaignState.Started ? "to-come" : "state-" + date.OfCampaign;

    public string Number(long number) => number.ToString("N0", CultureInfo.GetCultureInfo(text.Language == Phrases.English ? "en" : "vi"));

    /// <summary>A count of people as it may be shown: few of them could be recognised.</summary>
    public string People(long count) => count is > 0 and < Figures.SmallCells.Least ? text["campaigns.few", ("least", Figures.SmallCells.Least)] : Number(count);

    public string Topic(string id) => CaseWords.Topic(text, content.Current, id);

    public string Answer(string id) =>
        Forms.PlanForm.Questions(content.Current, text.Language).FirstOrDefault(answer => answer.Id == id)?.Question ?? id;

    public string State(CampaignStanding standing) => standing.Current is { } broadcast && standing.Campaign.State is CampaignState.Started or CampaignState.Done
        ? text["campaigns.broadcast-" + broadcast.State]
        : text["campaigns.state-" + standing.Campaign.State];

    /// <summary>Why a broadcast waits for a person's word.</summary>
    public string Waits(Broadcast broadcast) => CampaignPlan.FromJson(broadcast.Plan).Doubt switch
    {
        DateDoubt.None => text["campaigns.waits-late", ("when", When(broadcast.PlannedAt))],
        var doubt => text["campaigns.waits-doubt", ("when", When(broadcast.PlannedAt)), ("why", text["occurrence." + doubt])],
    };

    public string Quiet(CampaignPlan plan)
    {
        var hours = maker.QuietHoursOf(plan);
        return hours.FromMinute is null ? text["campaigns.quiet-none"] : text["campaigns.quiet-hours", ("from", hours.ToString().Split('-')[0]), ("to", hours.ToString().Split('-')[1])];
    }

    public string Late(CampaignPlan plan) => text["campaigns.late-hours", ("hours", maker.LatestStart(plan).TotalHours)];

    /// <summary>The audience in a sentence for each thing that is asked; none = everyone.</summary>
    public IReadOnlyList<string> Audience(AudienceFilter audience)
    {
        var lines = new List<string>();
        Add("campaigns.to-languages", audience.Languages.Select(id => text["language." + id]));
        Add("campaigns.to-roles", audience.Roles.Select(id => text["campaigns.role-" + id]));
        Add("campaigns.to-provinces", audience.Provinces);
        Add("campaigns.to-topics", audience.Topics.Select(Topic));
        Add("campaigns.to-channels", audience.Channels.Select(Channel));
        if (audience.JoinedBefore is { } before)
        {
            lines.Add(text["campaigns.to-joined", ("day", Day(DayOf(before)))]);
        }

        return lines;

        void Add(string phrase, IEnumerable<string> values)
        {
            if (string.Join(", ", values) is { Length: > 0 } all)
            {
                lines.Add(text[phrase, ("values", all)]);
            }
        }
    }

    public string Channel(string id) => text["campaigns.channel-" + id];

    /// <summary>What is wrong, and how to mend it.</summary>
    public string Fault(PlanFault fault) => fault switch
    {
        { Rule: { } rule } => RuleText.Of(rule, text.Language),
        { Written: { } issue } => text[MarkdownPhrase(issue.Code), ("line", issue.Line)],
        _ => text["plan-fault." + fault.Kind, [.. fault.Values.Select(value => (value.Name, Shown(value)))]],
    };

    private object Shown((string Name, object Value) value) => value switch
    {
        ("id", string id) => Answer(id),
        ("channel", "*") => text["campaigns.every-channel"],
        ("channel", string channel) => Channel(channel),
        (_, DateOnly date) => Day(date),
        (_, int number) => Number(number),
        _ => value.Value,
    };

    private static string MarkdownPhrase(string code) => Phrases.Of(Phrases.Vietnamese).ContainsKey("markdown." + code) ? "markdown." + code : "markdown.other";

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, day.Zone).DateTime;
}
