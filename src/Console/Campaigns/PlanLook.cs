using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Scheduler.Previews;

namespace Outreach.Staff.Campaigns;

/// <summary>What staff want to see of a plan before they trust it.</summary>
/// <param name="Message">Which message is looked at, from 0.</param>
/// <param name="Faults">Of the whole plan, each with the field it belongs to.</param>
/// <param name="Dates">The next ones, at most twelve; none where it is sent when it is started.</param>
/// <param name="Previews">For each language, as its readers would get it; null = it would not be sent.</param>
internal sealed record PlanLook(
    CampaignPlan Plan,
    int Message,
    IReadOnlyList<FieldFault> Faults,
    IReadOnlyList<Occurrence> Dates,
    IReadOnlyList<(string Language, MessagePreview? Preview)> Previews)
{
    public IEnumerable<FieldFault> At(string field) => Faults.Where(fault => fault.Field == field && (fault.Message is null || fault.Message == Message));

    /// <summary>Of messages that the form does not show.</summary>
    public IEnumerable<FieldFault> Elsewhere => Faults.Where(fault => fault.Message is { } message && message != Message);

    public bool IsGood => Faults.All(fault => fault.IsWarning);
}
