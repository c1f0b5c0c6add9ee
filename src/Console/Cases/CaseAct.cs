using Outreach.Storage.Cases;

namespace Outreach.Staff.Cases;

/// <summary>Something a member does with a case.</summary>
internal abstract record CaseAct
{
    private CaseAct() { }

    public sealed record Claim : CaseAct;

    public sealed record Release : CaseAct;

    /// <param name="To">A colleague who may see its topic.</param>
    public sealed record Assign(Guid To) : CaseAct;

    public sealed record Note(string Text) : CaseAct
    {
        public override string ToString() => nameof(Note);
    }

    /// <param name="SeenUpTo">Number of the last text that its writer had before them: what came since is to be read first.</param>
    /// <param name="ReferTo">The partner that the reply asks about: a worker is asked before they are referred. Null = an ordinary reply.</param>
    public sealed record Reply(string Text, int SeenUpTo, string? ReferTo = null) : CaseAct
    {
        public override string ToString() => nameof(Reply);
    }

    public sealed record TakeBack(Guid TextId) : CaseAct;

    public sealed record NoteReferral(Guid Id, bool? Agreed, ReferralOutcome Outcome) : CaseAct;

    public sealed record Report(DutyRule Rule, string To) : CaseAct;

    public sealed record Close(CaseOutcome Outcome) : CaseAct;

    public sealed record Reopen : CaseAct;

    public sealed record Quarantine : CaseAct;

    public sealed record Restore : CaseAct;
}
