using Outreach.Storage.Staff;

namespace Outreach.Staff.Audit;

/// <summary>What the last walk along the audit found; every page of the console shows it when the chain is broken.</summary>
internal sealed class AuditHealth
{
    private AuditCheck? _last;

    public AuditCheck? Last => Volatile.Read(ref _last);

    public bool IsBroken => Last is AuditCheck.Broken;

    /// <summary>Once broken, always broken: a later walk that finds nothing wrong would mean that somebody tidied up.</summary>
    public void Set(AuditCheck check)
    {
        if (Last is AuditCheck.Whole before && check is AuditCheck.Whole now && now.Lines < before.Lines)
        {
            check = new AuditCheck.Broken(now.Lines + 1); // the end of the chain was cut off
        }

        if (!IsBroken)
        {
            Volatile.Write(ref _last, check);
        }
    }
}
