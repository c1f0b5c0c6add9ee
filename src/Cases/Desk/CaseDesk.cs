using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Delivery;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;

namespace Outreach.Cases.Desk;

/// <summary>What staff do with cases. Each change is saved together with its line of the audit; a conflict is an outcome.</summary>
public sealed class CaseDesk
{
    private const int HandOverLot = 200;

    private readonly CaseWork _work;
    private readonly CaseChanges _changes;
    private readonly CaseKeys _keys;
    private readonly LinkEnding _links;
    private readonly ReplyRelease _replies;
    private readonly CaseSteps _steps;
    private readonly LocalDay _day;
    private readonly TimeProvider _time;

    internal CaseDesk(
        CaseWork work, CaseChanges changes, CaseKeys keys, LinkEnding links, ReplyRelease replies,
        CaseSteps steps, LocalDay day, TimeProvider time) =>
        (_work, _changes, _keys, _links, _replies, _steps, _day, _time) = (work, changes, keys, links, replies, steps, day, time);

    /// <summary>Opens a case to be read. That it was read, and by whom, is in the audit; its worker is told how many did.</summary>
    public async Task<OpenCaseOutcome> OpenAsync(StaffMember acting, Guid caseId, CancellationToken cancellationToken) =>
        await _changes.TryAsync<OpenCaseOutcome>(
            async (db, _) =>
            {
                if (await CaseWork.FindAsync(db, acting, caseId, cancellationToken) is not { } found)
                {
                    return new OpenCaseOutcome.NotFound();
                }

                if (await _keys.OpenAsync(found, cancellationToken) is not { } caseKey)
                {
                    return new OpenCaseOutcome.Unreadable();
                }

                var opened = await DeskReading.ReadAsync(db, found, caseKey, acting, cancellationToken);
                if (!await db.CaseReaders.AnyAsync(r => r.CaseId == caseId && r.StaffId == acting.Id, cancellationToken))
                {
                    db.CaseReaders.Add(new CaseReader { CaseId = caseId, StaffId = acting.Id });
                }

                return await _work.TrySaveAsync(db, [AuditDraft.OfCase(acting.Id, AuditAction.CaseRead, caseId)], cancellationToken)
                    ? new OpenCaseOutcome.Opened(opened)
                    : null;
            },
            cancellationToken) ?? new OpenCaseOutcome.NotFound();

    /// <summary>Takes a case that nobody has.</summary>
    public Task<DeskOutcome> ClaimAsync(StaffMember acting, Guid caseId, CancellationToken cancellationToken) =>
        ChangeAsync(acting, caseId, AuditAction.CaseClaimed, found =>
        {
            if (found.AssignedTo is { } other)
            {
                return other == acting.Id ? new DeskOutcome.Done() : new DeskOutcome.Taken(other);
            }

            found.Assign(acting.Id);
            return null;
        }, cancellationToken);

    /// <summary>Gives a case back to all.</summary>
    public Task<DeskOutcome> ReleaseAsync(StaffMember acting, Guid caseId, CancellationToken cancellationToken) =>
        ChangeAsync(acting, caseId, AuditAction.CaseReleased, found =>
        {
            if (CaseWork.TakenByAnother(acting, found) is { } taken)
            {
                return taken;
            }

            found.Assign(null);
            return null;
        }, cancellationToken);

    /// <summary>Gives a case to a colleague: for managers.</summary>
    /// <param name="to">A staff member who may see its topic; the caller has made sure of that.</param>
    public Task<DeskOutcome> AssignAsync(StaffMember acting, Guid caseId, Guid to, CancellationToken cancellationToken) =>
        ChangeAsync(acting, caseId, AuditAction.CaseAssigned, found =>
        {
            if (acting.Role != StaffRole.Manager)
            {
                return new DeskOutcome.NotFound();
            }

            found.Assign(to);
            return null;
        }, cancellationToken);

    /// <summary>Writes a note that no worker will ever see.</summary>
    public Task<DeskOutcome> NoteAsync(StaffMember acting, Guid caseId, string text, CancellationToken cancellationToken) =>
        _work.ChangeAsync(acting, caseId, AuditAction.CaseNoted, async (db, found) =>
        {
            if (await _keys.OpenAsync(found, cancellationToken) is not { } caseKey)
            {
                return new DeskOutcome.Unreadable();
            }

            var number = await DeskReading.NextNumberAsync(db, caseId, cancellationToken);
            db.CaseTexts.Add(TextVault.Seal(caseKey, caseId, number, TextAuthor.Note, acting.Id, text, _day.Today, TextDelivery.None));
            found.Touch();
            return null;
        }, cancellationToken);

    /// <summary>Records that the worker was asked about a partner.</summary>
    public Task<DeskOutcome> ReferAsync(StaffMember acting, Guid caseId, string partnerId, CancellationToken cancellationToken) =>
        _work.ChangeAsync(acting, caseId, AuditAction.CaseReferred, (db, found) =>
        {
            db.CaseReferrals.Add(new CaseReferral { CaseId = caseId, PartnerId = partnerId, On = _day.Today });
            found.Touch();
            return Task.FromResult<DeskOutcome?>(null);
        }, cancellationToken);

    /// <summary>Records what the worker said to a referral and what became of it.</summary>
    /// <param name="agreed">Null = not answered yet.</param>
    public Task<DeskOutcome> RecordReferralAsync(
        StaffMember acting, Guid caseId, Guid referralId, bool? agreed, ReferralOutcome outcome, CancellationToken cancellationToken) =>
        _work.ChangeAsync(acting, caseId, AuditAction.CaseReferralChanged, async (db, found) =>
        {
            var referral = await db.CaseReferrals.SingleOrDefaultAsync(r => r.Id == referralId && r.CaseId == caseId, cancellationToken);
            if (referral is null)
            {
                return new DeskOutcome.NotFound();
            }

            (referral.Agreed, referral.Outcome) = (agreed, outcome);
            found.Touch();
            return null;
        }, cancellationToken);

    /// <summary>Records a report that the law asks for.</summary>
    /// <param name="to">Who was told, at most 64 characters, of the console's list.</param>
    public Task<DeskOutcome> RecordReportAsync(StaffMember acting, Guid caseId, DutyRule rule, string to, CancellationToken cancellationToken) =>
        _work.ChangeAsync(acting, caseId, AuditAction.CaseReported, (db, found) =>
        {
            db.CaseReports.Add(new CaseReport { CaseId = caseId, Rule = rule, To = to, On = _day.Today, StaffId = acting.Id });
            found.Touch();
            return Task.FromResult<DeskOutcome?>(null);
        }, cancellationToken);

    /// <summary>Closes a case. Replies that can still be taken back leave now; with the last of them the way back to the chat is destroyed.</summary>
    public async Task<DeskOutcome> CloseAsync(StaffMember acting, Guid caseId, CaseOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome == CaseOutcome.None)
        {
            throw new ArgumentException("A case is closed with an outcome.", nameof(outcome));
        }

        Guid? ending = null;
        var closed = await _work.ChangeAsync(acting, caseId, AuditAction.CaseClosed, async (db, found) =>
        {
            if (CaseWork.TakenByAnother(acting, found) is { } taken)
            {
                return taken;
            }

            await _replies.ReleaseAllAsync(db, found, cancellationToken);
            if (!found.TryClose(outcome, _day.Today))
            {
                return new DeskOutcome.TooLate();
            }

            ending = await LinkEnding.RemoveIdleAsync(db, caseId, cancellationToken);
            return null;
        }, cancellationToken);
        if (closed is DeskOutcome.Done)
        {
            _steps.Pass(CaseStep.CloseSaved);
            await _links.DestroyAsync(ending, cancellationToken);
            _steps.Pass(CaseStep.CloseLinkForgotten);
            _replies.Ring();
        }

        return closed;
    }

    /// <summary>Opens a closed case again: while its chat can still be reached, or its writer can still read it with the code.</summary>
    public Task<DeskOutcome> ReopenAsync(StaffMember acting, Guid caseId, CancellationToken cancellationToken) =>
        _work.ChangeAsync(acting, caseId, AuditAction.CaseReopened, async (db, found) =>
            await DeskReading.CanReopenAsync(db, found, cancellationToken) && found.TryReopen(_time.GetUtcNow(), _day.Today) ? null : new DeskOutcome.TooLate(),
        cancellationToken);

    /// <summary>Sets a case aside as spam; it can be taken back.</summary>
    public Task<DeskOutcome> QuarantineAsync(StaffMember acting, Guid caseId, CancellationToken cancellationToken) =>
        ChangeAsync(acting, caseId, AuditAction.CaseQuarantined, found => found.TryQuarantine() ? null : new DeskOutcome.TooLate(), cancellationToken);

    public Task<DeskOutcome> RestoreAsync(StaffMember acting, Guid caseId, CancellationToken cancellationToken) =>
        ChangeAsync(acting, caseId, AuditAction.CaseRestored, found => found.TryRestore() ? null : new DeskOutcome.TooLate(), cancellationToken);

    /// <summary>Gives all unfinished cases of somebody who leaves to another, or back to all. For managers and admins; the caller checks that.</summary>
    /// <returns>How many.</returns>
    public async Task<int> HandOverAsync(StaffMember acting, Guid from, Guid? to, CancellationToken cancellationToken)
    {
        var handed = 0;
        while (await _changes.TryAsync((db, _) => HandOverSomeAsync(db, acting, from, to, cancellationToken), cancellationToken) is { Count: > 0 } some)
        {
            handed += some.Count;
        }

        return handed;
    }

    /// <returns>Null when somebody worked on one of them in this moment: the same lot is read again.</returns>
    private async Task<List<HelpCase>?> HandOverSomeAsync(OutreachDb db, StaffMember acting, Guid from, Guid? to, CancellationToken cancellationToken)
    {
        var cases = await db.HelpCases.Where(c => c.AssignedTo == from && c.State != CaseState.Closed).Take(HandOverLot).ToListAsync(cancellationToken);
        cases.ForEach(c => c.Assign(to));
        AuditDraft[] lines =
        [
            AuditDraft.OfStaff(acting.Id, AuditAction.CasesHandedOver, from),
            .. cases.Select(c => AuditDraft.OfCase(acting.Id, AuditAction.CaseAssigned, c.Id)),
        ];
        return cases.Count == 0 || await _work.TrySaveAsync(db, lines, cancellationToken) ? cases : null;
    }

    private Task<DeskOutcome> ChangeAsync(
        StaffMember acting, Guid caseId, AuditAction action, Func<HelpCase, DeskOutcome?> change, CancellationToken cancellationToken) =>
        _work.ChangeAsync(acting, caseId, action, (_, found) => Task.FromResult(change(found)), cancellationToken);
}
