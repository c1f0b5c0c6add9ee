namespace Outreach.Cases.Desk;

/// <summary>What became of something a staff member did to a case.</summary>
public abstract record DeskOutcome
{
    private DeskOutcome() { }

    public sealed record Done : DeskOutcome;

    /// <summary>A reply was written; for so long its writer can take it back.</summary>
    public sealed record Held(Guid TextId, TimeSpan For) : DeskOutcome;

    /// <summary>There is no such case, or it is not theirs to see: one answer for both.</summary>
    public sealed record NotFound : DeskOutcome;

    /// <summary>Not theirs to do: a colleague has the case.</summary>
    public sealed record Taken(Guid By) : DeskOutcome;

    /// <summary>The case stands where this cannot be done (closed already, not closed, its link gone, sent already).</summary>
    public sealed record TooLate : DeskOutcome;

    /// <summary>The worker or a colleague changed the case in this moment or since it was shown: look again.</summary>
    public sealed record Changed : DeskOutcome;

    /// <summary>The case's key was destroyed: its texts cannot be read or written any more.</summary>
    public sealed record Unreadable : DeskOutcome;
}
