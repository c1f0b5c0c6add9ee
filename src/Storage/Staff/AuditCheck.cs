namespace Outreach.Storage.Staff;

/// <summary>What a walk along the audit found.</summary>
public abstract record AuditCheck
{
    private AuditCheck()
    {
    }

    /// <summary>Every line is bound to the one before it, and those that wait are as they were written.</summary>
    /// <param name="Lines">How many there are in the chain.</param>
    /// <param name="Waiting">How many lines of cases are not in it yet.</param>
    public sealed record Whole(long Lines, int Waiting = 0) : AuditCheck;

    /// <summary>A line was changed, taken out, put in or made with another key.</summary>
    /// <param name="Number">The first place where the chain does not hold; null = it does, and a line of the first day does not.</param>
    public sealed record Broken(long? Number) : AuditCheck;
}
