namespace Outreach.Cases.Requests;

/// <summary>Proof of having the code or the chat of a case. It holds the case's key: in memory only, for as long as a page or a dialog needs it.</summary>
public sealed class CaseAccess
{
    internal CaseAccess(Guid caseId, byte[] caseKey, CaseView view)
    {
        CaseId = caseId;
        CaseKey = caseKey;
        View = view;
    }

    /// <summary>What its writer may see.</summary>
    public CaseView View { get; }

    internal Guid CaseId { get; }
    internal byte[] CaseKey { get; }

    public override string ToString() => nameof(CaseAccess);
}
