namespace Outreach.Storage.Staff;

/// <summary>What a walk along the audit's chain found.</summary>
public abstract record AuditCheck
{
    private AuditCheck()
    {
    }

    /// <summary>Every line is bound to the one before it.</summary>
    /// <param name="Lines">How many there are.</param>
    public sealed record Whole(long Lines) : AuditCheck;

    /// <summary>A line was changed, taken out, put in or made with another key.</summary>
    /// <param name="Number">The first place where the chain does not hold.</param>
    public sealed record Broken(long Number) : AuditCheck;
}
