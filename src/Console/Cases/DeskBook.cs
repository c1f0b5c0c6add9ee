using Outreach.Cases.Desk;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Cases;

/// <summary>The real cases.</summary>
internal sealed class DeskBook(CaseInbox inbox, CaseDesk desk, CaseReplies replies) : ICaseBook
{
    private const int Lines = 40;

    public Task<IReadOnlyDictionary<CaseFolder, int>> CountAsync(StaffMember by, CancellationToken cancellationToken) =>
        inbox.CountAsync(by, cancellationToken);

    public Task<CasePage> ListAsync(StaffMember by, CaseFolder folder, CaseFilter filter, CaseCursor? after, CancellationToken cancellationToken) =>
        inbox.ListAsync(by, folder, filter, after, Lines, cancellationToken);

    public Task<OpenCaseOutcome> OpenAsync(StaffMember by, Guid id, CancellationToken cancellationToken) => desk.OpenAsync(by, id, cancellationToken);

    public Task<string?> StampAsync(StaffMember by, Guid id, CancellationToken cancellationToken) => inbox.StampAsync(by, id, cancellationToken);

    public Task<DeskOutcome> ApplyAsync(StaffMember by, Guid id, CaseAct act, CancellationToken cancellationToken) => act switch
    {
        CaseAct.Claim => desk.ClaimAsync(by, id, cancellationToken),
        CaseAct.Release => desk.ReleaseAsync(by, id, cancellationToken),
        CaseAct.Assign assign => desk.AssignAsync(by, id, assign.To, cancellationToken),
        CaseAct.Note note => desk.NoteAsync(by, id, note.Text, cancellationToken),
        CaseAct.Reply reply => ReplyAsync(by, id, reply, cancellationToken),
        CaseAct.TakeBack back => replies.TakeBackAsync(by, id, back.TextId, cancellationToken),
        CaseAct.NoteReferral referral => desk.RecordReferralAsync(by, id, referral.Id, referral.Agreed, referral.Outcome, cancellationToken),
        CaseAct.Report report => desk.RecordReportAsync(by, id, report.Rule, report.To, cancellationToken),
        CaseAct.Close close => desk.CloseAsync(by, id, close.Outcome, cancellationToken),
        CaseAct.Reopen => desk.ReopenAsync(by, id, cancellationToken),
        CaseAct.Quarantine => desk.QuarantineAsync(by, id, cancellationToken),
        CaseAct.Restore => desk.RestoreAsync(by, id, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private async Task<DeskOutcome> ReplyAsync(StaffMember by, Guid id, CaseAct.Reply reply, CancellationToken cancellationToken)
    {
        var sent = await replies.SendAsync(by, id, reply.Text, reply.SeenUpTo, cancellationToken);
        if (sent is DeskOutcome.Held && reply.ReferTo is { } partner)
        {
            await desk.ReferAsync(by, id, partner, cancellationToken);
        }

        return sent;
    }
}
