namespace Outreach.Cases.Requests;

/// <summary>What became of words added to a case.</summary>
public abstract record AddOutcome
{
    private AddOutcome() { }

    public sealed record Added : AddOutcome;

    /// <summary>The case is closed and its chat forgotten: a new request is the way.</summary>
    public sealed record Closed : AddOutcome;

    /// <summary>Erased meanwhile.</summary>
    public sealed record Gone : AddOutcome;

    public sealed record Unavailable(UnavailableReason Reason) : AddOutcome;
}
