namespace Outreach.Scheduler.Campaigns;

/// <summary>What a ticket shows.</summary>
/// <param name="Plan">The campaign's, as it was read.</param>
/// <param name="Message">The one that is tested.</param>
/// <param name="Day">The day whose figures it will have.</param>
public sealed record TestMessage(Guid CampaignId, string Plan, CampaignMessage Message, DateOnly Day)
{
    public override string ToString() => "A test";
}
