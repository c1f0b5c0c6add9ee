namespace Outreach.Cases.Desk;

/// <summary>The folders of the inbox. A case may lie in several.</summary>
public enum CaseFolder
{
    /// <summary>Somebody may be in danger, and it is not closed.</summary>
    Urgent,

    /// <summary>The worker waits for an answer and nobody has taken the case.</summary>
    Unassigned,

    /// <summary>Taken by who asks, and not closed.</summary>
    Mine,

    /// <summary>Staff spoke last.</summary>
    Waiting,

    Closed,
    Quarantined,
}
