namespace Outreach.Scheduler.Campaigns;

/// <summary>What a person may do with a campaign or with one of its broadcasts.</summary>
public enum CampaignAct
{
    Edit,
    Submit,
    Approve,
    Reject,
    Start,
    Pause,
    Resume,

    /// <summary>Says yes to a broadcast that waits for a person's word.</summary>
    SendAnyway,

    /// <summary>Drops one date; the campaign goes on.</summary>
    Skip,
    Retry,
    Cancel,
    Clone,
}
