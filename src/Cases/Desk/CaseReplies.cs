using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Delivery;
using Outreach.Cases.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;

namespace Outreach.Cases.Desk;

/// <summary>Replies of staff to workers: held for a moment in which they can be taken back.</summary>
public sealed class CaseReplies
{
    private readonly CaseWork _work;
    private readonly CaseKeys _keys;
    private readonly ReplyRelease _release;
    private readonly DeskSettings _settings;
    private readonly CaseSteps _steps;
    private readonly LocalDay _day;

    internal CaseReplies(CaseWork work, CaseKeys keys, ReplyRelease release, DeskSettings settings, CaseSteps steps, LocalDay day) =>
        (_work, _keys, _release, _settings, _steps, _day) = (work, keys, release, settings, steps, day);

    /// <summary>How long a reply can be taken back.</summary>
    public TimeSpan Hold => _settings.ReplyHold;

    /// <summary>Writes a reply, and takes the case when nobody has it.</summary>
    /// <param name="seenUpTo">Number of the last text that its writer had before them: words that came since are <see cref="DeskOutcome.Changed"/>; null = not asked.</param>
    /// <returns><see cref="DeskOutcome.Held"/>, or why not.</returns>
    /// <exception cref="ArgumentException">The text is longer than <see cref="HelpRequest.MaxTextChars"/>.</exception>
    public async Task<DeskOutcome> SendAsync(StaffMember acting, Guid caseId, string text, int? seenUpTo, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, HelpRequest.MaxTextChars, nameof(text));
        var reply = Guid.Empty;
        var outcome = await _work.ChangeAsync(
            acting,
            caseId,
            AuditAction.CaseReplied,
            async (db, found) =>
            {
                if (CaseWork.TakenByAnother(acting, found) is { } taken)
                {
                    return taken;
                }

                if (found.State is CaseState.Closed or CaseState.Quarantined)
                {
                    return new DeskOutcome.TooLate();
                }

                if (seenUpTo is { } seen && await db.CaseTexts.AnyAsync(t => t.CaseId == caseId && t.Author == TextAuthor.Worker && t.Number > seen, cancellationToken))
                {
                    return new DeskOutcome.Changed();
                }

                if (await _keys.OpenAsync(found, cancellationToken) is not { } caseKey)
                {
                    return new DeskOutcome.Unreadable();
                }

                var number = await DeskReading.NextNumberAsync(db, caseId, cancellationToken);
                var written = TextVault.Seal(caseKey, caseId, number, TextAuthor.Staff, acting.Id, text, _day.Today, TextDelivery.Held);
                reply = written.Id;
                db.CaseTexts.Add(written);
                if (found.AssignedTo is null)
                {
                    found.Assign(acting.Id);
                }
                else
                {
                    found.Touch();
                }

                return null;
            },
            () => new DeskOutcome.Held(reply, _settings.ReplyHold),
            cancellationToken);
        if (outcome is DeskOutcome.Held)
        {
            _steps.Pass(CaseStep.ReplyHeld);
            _release.Hold(reply);
        }

        return outcome;
    }

    /// <summary>Takes a reply back: it is gone as if it had not been written.</summary>
    /// <returns><see cref="DeskOutcome.TooLate"/> when it has left.</returns>
    public async Task<DeskOutcome> TakeBackAsync(StaffMember acting, Guid caseId, Guid textId, CancellationToken cancellationToken)
    {
        var outcome = await _work.ChangeAsync(acting, caseId, AuditAction.CaseReplyTakenBack, async (db, found) =>
        {
            var text = await db.CaseTexts.SingleOrDefaultAsync(t => t.Id == textId && t.CaseId == caseId && t.StaffId == acting.Id, cancellationToken);
            if (text is not { Delivery: TextDelivery.Held })
            {
                return text is null ? new DeskOutcome.NotFound() : new DeskOutcome.TooLate();
            }

            db.CaseTexts.Remove(text);
            found.Touch();
            return null;
        }, cancellationToken);
        if (outcome is DeskOutcome.Done)
        {
            _release.Forget(textId);
        }

        return outcome is DeskOutcome.Changed ? new DeskOutcome.TooLate() : outcome;
    }
}
