namespace Outreach.Cases.Requests;

/// <summary>Why nothing can be saved or read now.</summary>
public enum UnavailableReason
{
    /// <summary>The database is away.</summary>
    Store,

    /// <summary>No console has started yet: there is no key that a request could be sealed to.</summary>
    NoKey,

    /// <summary>More codes wait to be worked out than is bearable.</summary>
    Busy,
}
