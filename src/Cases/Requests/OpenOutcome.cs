namespace Outreach.Cases.Requests;

/// <summary>What a receipt code opened.</summary>
public abstract record OpenOutcome
{
    private OpenOutcome() { }

    public sealed record Opened(CaseAccess Access) : OpenOutcome;

    /// <summary>Wrong, expired, erased: one answer for all, given after the same time.</summary>
    public sealed record NotFound : OpenOutcome;

    /// <summary>Not tried: this chat or address may try again after <paramref name="Wait"/>.</summary>
    public sealed record TooManyTries(TimeSpan Wait) : OpenOutcome;

    /// <summary>Not tried, for a reason of ours.</summary>
    public sealed record Unavailable(UnavailableReason Reason) : OpenOutcome;
}
