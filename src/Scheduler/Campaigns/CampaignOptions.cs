namespace Outreach.Scheduler.Campaigns;

/// <summary>Rules of the house for campaigns.</summary>
public sealed class CampaignOptions
{
    public const string Section = "Campaigns";

    /// <summary>Whether <c>campaign approve</c> works: at a command line nobody proves who they are.</summary>
    public bool ApprovalFromCommandLine { get; set; } = true;
}
