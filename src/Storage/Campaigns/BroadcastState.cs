namespace Outreach.Storage.Campaigns;

/// <summary>How far one sending of a campaign is. Stored by name.</summary>
public enum BroadcastState
{
    Scheduled,

    /// <summary>Its hour went by while nobody could send, or its date is not certain: a person decides.</summary>
    Waiting,
    Running,
    Paused,
    Done,
    Cancelled,
}
