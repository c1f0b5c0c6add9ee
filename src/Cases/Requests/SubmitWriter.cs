using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Receipts;
using Outreach.Cases.Triage;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Requests;

/// <summary>Writes a request: the link's key into its file, then one transaction on help tables alone.</summary>
internal sealed class SubmitWriter(
    CaseChanges changes, KeyRing keys, LinkFiles links, TellsOfDanger tellsOfDanger, ArrivalClock arrivals, CaseSteps steps, LocalDay day, TimeProvider time)
{
    /// <param name="hash">The code's slow hash in this epoch.</param>
    public async Task<SubmitOutcome> SaveAsync(HelpRequest request, ReceiptEpoch epoch, byte[] hash, CancellationToken cancellationToken)
    {
        var slot = request.AnswerTo is null ? null : new LinkSlot(Guid.NewGuid(), CaseCipher.NewKey());
        var outcome = await changes.TryAsync((db, attempt) => TrySaveAsync(db, attempt, request, epoch, hash, slot, cancellationToken), cancellationToken);
        if (slot is not null && outcome is not SubmitOutcome.Received)
        {
            // Not cancelled with the request: the key is of no use any more.
            await links.DestroyAsync(slot.LinkId, CancellationToken.None);
        }

        return outcome ?? new SubmitOutcome.Unavailable(UnavailableReason.Busy);
    }

    private async Task<SubmitOutcome?> TrySaveAsync(
        OutreachDb db, int attempt, HelpRequest request, ReceiptEpoch epoch, byte[] hash, LinkSlot? slot, CancellationToken cancellationToken)
    {
        var lookup = ReceiptLookup.Of(keys, hash);
        if (await db.HelpCases.AnyAsync(c => c.Id == request.Id, cancellationToken)
            || await db.Receipts.AnyAsync(r => r.Lookup == lookup, cancellationToken)
            || await db.Erasures.AnyAsync(e => e.CaseId == request.Id, cancellationToken))
        {
            return new SubmitOutcome.ReceivedBefore();
        }

        var (alias, colour) = Aliases.Draw(attempt);
        if (await db.CaseAliases.AnyAsync(a => a.Alias == alias, cancellationToken))
        {
            return null;
        }

        if (slot is not null)
        {
            // Before the row: a row whose key was lost would promise answers that cannot come. A key without a row is swept.
            await links.AddAsync(request.AnswerTo!, slot, cancellationToken);
            steps.Pass(CaseStep.SubmitLinkKept);
        }

        Add(db, request, epoch, hash, lookup, alias, colour, slot);
        if (!await CaseSaves.TrySaveAsync(db, cancellationToken))
        {
            return null;
        }

        steps.Pass(CaseStep.SubmitSaved);
        arrivals.Arrived(request.Id);
        return new SubmitOutcome.Received();
    }

    private void Add(
        OutreachDb db, HelpRequest request, ReceiptEpoch epoch, byte[] hash, byte[] lookup, string alias, string colour, LinkSlot? slot)
    {
        var caseKey = CaseCipher.NewKey();
        var today = day.Today;
        var made = new HelpCase
        {
            Id = request.Id,
            Alias = alias,
            AliasKey = Aliases.Fold(alias),
            Colour = colour,
            Mode = request.Mode,
            Topic = request.Topic,
            Language = request.Language,
            Consent = request.Consent,
            Danger = request.InDanger,
            ReceivedOn = today,
            LastOn = today,
            Epoch = epoch.Epoch,
            WrappedKey = EpochSeal.Seal(epoch.PublicKey!, epoch.Epoch, request.Id, caseKey),
            CodeKey = CodeVault.Seal(hash, epoch.Epoch, request.Id, caseKey),
        };
        if (request.InDanger || tellsOfDanger(request.Text, request.Language))
        {
            made.Raise(time.GetUtcNow());
        }

        db.HelpCases.Add(made);
        db.CaseAliases.Add(new CaseAlias { Alias = alias });
        db.CaseTexts.Add(TextVault.Seal(caseKey, made.Id, 1, TextAuthor.Worker, null, request.Text, today, TextDelivery.None));
        db.Receipts.Add(new CaseReceipt { Lookup = lookup, CaseId = made.Id, Epoch = epoch.Epoch });
        if (slot is not null)
        {
            db.CaseLinks.Add(LinkVault.Seal(slot.Key, slot.LinkId, made.Id, request.AnswerTo!, caseKey));
        }
    }
}
