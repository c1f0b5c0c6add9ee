using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;

namespace Outreach.Cases.Desk;

/// <summary>How every change at the desk is made: seen by who may see it, saved with its line of the audit or not at all.</summary>
internal sealed class CaseWork(CaseChanges changes, AuditTrail audit)
{
    /// <param name="change">Changes the case; null = go on and save, anything else = nothing is saved and this is the answer.</param>
    public Task<DeskOutcome> ChangeAsync(
        StaffMember acting, Guid caseId, AuditAction action, Func<OutreachDb, HelpCase, Task<DeskOutcome?>> change, CancellationToken cancellationToken) =>
        ChangeAsync(acting, caseId, action, change, () => new DeskOutcome.Done(), cancellationToken);

    /// <param name="done">The answer when it was saved.</param>
    public async Task<DeskOutcome> ChangeAsync(
        StaffMember acting,
        Guid caseId,
        AuditAction action,
        Func<OutreachDb, HelpCase, Task<DeskOutcome?>> change,
        Func<DeskOutcome> done,
        CancellationToken cancellationToken)
    {
        return await changes.OnceAsync<DeskOutcome>(
            async db =>
            {
                if (await FindAsync(db, acting, caseId, cancellationToken) is not { } found)
                {
                    return new DeskOutcome.NotFound();
                }

                if (await change(db, found) is { } refused)
                {
                    return refused;
                }

                return await TrySaveAsync(db, [AuditDraft.OfCase(acting.Id, action, caseId)], cancellationToken) ? done() : new DeskOutcome.Changed();
            },
            cancellationToken) ?? new DeskOutcome.Changed();
    }

    public Task<bool> TrySaveAsync(OutreachDb db, IReadOnlyList<AuditDraft> lines, CancellationToken cancellationToken) =>
        CaseSaves.TryAsync(db, () => audit.SaveAsync(db, lines, cancellationToken));

    /// <summary>The case, tracked; null when it is not there, being erased, or not theirs to see.</summary>
    public static async Task<HelpCase?> FindAsync(OutreachDb db, StaffMember acting, Guid caseId, CancellationToken cancellationToken)
    {
        var found = await db.HelpCases.SingleOrDefaultAsync(c => c.Id == caseId && !db.Erasures.Any(e => e.CaseId == caseId), cancellationToken);
        return found is not null && acting.MaySeeTopic(found.Topic) ? found : null;
    }

    /// <summary>Whether a colleague has it: what a counsellor leaves alone and a manager does not.</summary>
    public static DeskOutcome? TakenByAnother(StaffMember acting, HelpCase found) =>
        found.AssignedTo is { } other && other != acting.Id && acting.Role != StaffRole.Manager ? new DeskOutcome.Taken(other) : null;
}
