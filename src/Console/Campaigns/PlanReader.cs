using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Scheduler.Previews;
using Outreach.Storage;

namespace Outreach.Staff.Campaigns;

/// <summary>Looks at a plan: its faults, its dates, and how its message comes out.</summary>
internal sealed class PlanReader(PlanCheck check, BroadcastMaker maker, ContentStore content, LocalDay day, TimeProvider time, CampaignWords words)
{
    private const int DatesShown = 12;

    private static readonly Dictionary<string, string> FieldOfPart = new(StringComparer.Ordinal)
    {
        ["Provinces"] = "provinces",
        ["JoinedBefore"] = "joined",
        ["CapDays"] = "cap",
        ["LateStartHours"] = "late",
    };

    /// <param name="unread">What could not be read at all: sentences by the form's part.</param>
    public PlanLook Look(CampaignPlan plan, int message, IReadOnlyDictionary<string, string>? unread = null)
    {
        var faults = (unread ?? new Dictionary<string, string>()).Select(fault => new FieldFault(FieldOfPart.GetValueOrDefault(fault.Key, "rule"), null, fault.Value, false)).ToList();
        if (FormFault(plan) is { } rule)
        {
            // No date can be computed of it, so the rest is looked at as if it were sent today.
            faults.Add(new FieldFault("rule", null, words.Fault(new PlanFault(PlanFaultKind.BadRule) { Rule = rule }), false));
            plan = plan with { When = null };
            faults.AddRange(check.Find(plan).Where(fault => fault.Kind != PlanFaultKind.WrongNumberOfMessages).Select(Say));
        }
        else
        {
            faults.AddRange(check.Find(plan).Where(fault => fault.Kind != PlanFaultKind.WrongNumberOfMessages || plan.When is not null || unread is not { Count: > 0 }).Select(Say));
        }

        var dates = maker.Dates(plan, time.GetUtcNow(), DatesShown);
        var sent = dates.FirstOrDefault(date => plan.Messages.Count == 1 || date.Message == message + 1)?.Day ?? day.Today;
        return new PlanLook(plan, message, faults, dates,
            [.. Languages.All.Select(language => (language, MessagePreview.Of(plan.Messages[message], language, content.Current, sent)))]);
    }

    /// <summary>What no date can be computed of, and no plan may hold.</summary>
    public RuleFault? FormFault(CampaignPlan plan) =>
        plan.When is { } rule && RuleCheck.Find(rule, day.Zone, content.Current.Holidays, time.GetUtcNow()) is { Kind: not (RuleFaultKind.Past or RuleFaultKind.TooFar) } fault ? fault : null;

    public FieldFault Say(PlanFault fault) => FieldFault.Of(fault, words.Fault(fault));
}
