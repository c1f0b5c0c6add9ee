namespace Outreach.Cases.Desk;

/// <summary>What came of opening a case.</summary>
public abstract record OpenCaseOutcome
{
    private OpenCaseOutcome() { }

    public sealed record Opened(DeskCase Case) : OpenCaseOutcome;

    /// <summary>There is no such case, or it is not theirs to see: one answer for both.</summary>
    public sealed record NotFound : OpenCaseOutcome;

    /// <summary>Its key was destroyed, as of a backup older than its keys.</summary>
    public sealed record Unreadable : OpenCaseOutcome;
}
