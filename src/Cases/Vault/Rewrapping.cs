using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Retention;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Vault;

/// <summary>Moves live cases to the newest month's key, and destroys keys that nothing has needed for their time: what a backup of then holds is closed for good.</summary>
internal sealed class Rewrapping(IDbContextFactory<OutreachDb> databases, CaseChanges changes, Epochs epochs, EpochKeys keys, CaseSteps steps, LocalDay day)
{
    private const int Lot = 200;

    /// <returns>How many cases were moved, and how many months' keys were destroyed.</returns>
    public async Task<RotationResult> RunAsync(CancellationToken cancellationToken)
    {
        if (await epochs.FindNewestAsync(cancellationToken) is not { } newest)
        {
            return new RotationResult(0, 0, 0);
        }

        var moved = 0;
        var unreadable = new HashSet<Guid>();
        while (await changes.TryAsync((db, _) => TryMoveSomeAsync(db, newest, unreadable, cancellationToken), cancellationToken) is [_, ..] some)
        {
            moved += some.Count - some.Count(unreadable.Contains);
            steps.Pass(CaseStep.RewrapSaved);
        }

        return new RotationResult(newest.Epoch, moved, await RetireAsync(newest.Epoch, cancellationToken));
    }

    private async Task<List<Guid>?> TryMoveSomeAsync(OutreachDb db, ReceiptEpoch newest, HashSet<Guid> unreadable, CancellationToken cancellationToken)
    {
        var cases = await db.HelpCases.Where(c => c.Epoch != newest.Epoch && !unreadable.Contains(c.Id)).Take(Lot).ToListAsync(cancellationToken);
        foreach (var month in cases.GroupBy(c => c.Epoch).ToList())
        {
            using var key = await keys.FindAsync(month.Key, cancellationToken);
            foreach (var found in month)
            {
                if (key is null)
                {
                    unreadable.Add(found.Id);
                    continue;
                }

                found.WrappedKey = EpochSeal.Seal(newest.PublicKey!, newest.Epoch, found.Id, EpochSeal.Open(key, found.Epoch, found.Id, found.WrappedKey));
                found.Epoch = newest.Epoch;
            }
        }

        return await CaseSaves.TrySaveAsync(db, cancellationToken) ? [.. cases.Select(c => c.Id)] : null;
    }

    private async Task<int> RetireAsync(int newest, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var destroyed = 0;
        foreach (var epoch in await db.ReceiptEpochs.Where(e => e.Epoch != newest).ToListAsync(cancellationToken))
        {
            if (await db.HelpCases.AnyAsync(c => c.Epoch == epoch.Epoch, cancellationToken))
            {
                continue;
            }

            epoch.RetiredOn ??= day.Today;
            if (epoch.PublicKey is not null && RetentionRules.MonthKeys.IsOver(epoch.RetiredOn.Value, day.Today))
            {
                await keys.DestroyAsync(epoch.Epoch, cancellationToken);
                epoch.PublicKey = null;
                destroyed++;
            }

            if (epoch.PublicKey is null && !await db.Receipts.AnyAsync(r => r.Epoch == epoch.Epoch, cancellationToken))
            {
                // No code of that month is left: from now on one hash less for every try.
                db.ReceiptEpochs.Remove(epoch);
            }
        }

        // False: another console node did the same in this moment.
        await CaseSaves.TrySaveAsync(db, cancellationToken);
        return destroyed;
    }
}
