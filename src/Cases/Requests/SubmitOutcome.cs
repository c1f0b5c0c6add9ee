namespace Outreach.Cases.Requests;

/// <summary>What became of a request that was to be saved.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome() { }

    /// <summary>Saved, durably.</summary>
    public sealed record Received : SubmitOutcome;

    /// <summary>It was there already: the same request confirmed again.</summary>
    public sealed record ReceivedBefore : SubmitOutcome;

    /// <summary>Nothing was saved. The same request with the same code may be tried again.</summary>
    public sealed record Unavailable(UnavailableReason Reason) : SubmitOutcome;
}
