namespace Outreach.Storage.Campaigns;

/// <summary>How far a campaign is. Stored by name.</summary>
public enum CampaignState
{
    Draft,
    Submitted,

    /// <summary>By a second person; its plan is frozen from here on.</summary>
    Approved,

    /// <summary>It has broadcasts: planned, running or done.</summary>
    Started,

    /// <summary>Its rule gives no further date and its last broadcast is over.</summary>
    Done,
    Cancelled,
}
