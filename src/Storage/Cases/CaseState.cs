namespace Outreach.Storage.Cases;

/// <summary>Where a case stands. Stored by name: append, never rename.</summary>
public enum CaseState
{
    /// <summary>The worker spoke last.</summary>
    Open,

    /// <summary>Staff spoke last.</summary>
    Waiting,

    Closed,

    /// <summary>Set aside as spam; can be taken back.</summary>
    Quarantined,
}
