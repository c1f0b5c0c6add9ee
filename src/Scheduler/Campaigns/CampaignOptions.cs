namespace Outreach.Scheduler.Campaigns;

/// <summary>Rules of the house for campaigns.</summary>
public sealed class CampaignOptions
{
    public const string Section = "Campaigns";

    /// <summary>Whether <c>campaign approve</c> works: at a command line nobody proves who they are.</summary>
    public bool ApprovalFromCommandLine { get; set; } = true;

    /// <summary>So many days after a broadcast is over it is known what became of each recipient (<see cref="MinKeptDays"/> to <see cref="MaxKeptDays"/>); then only how many.</summary>
    public int DeliveriesKeptDays { get; set; } = 90;

    /// <summary>Who leaves within three days of a message is counted with it; and what failed is sent again by hand within days.</summary>
    public const int MinKeptDays = 7;

    public const int MaxKeptDays = 3650;
}
