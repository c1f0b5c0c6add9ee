using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Triage;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Retention;

/// <summary>Erases cases: a tombstone, then the key of the link, then the rows. From the tombstone on nobody can open the case, and a restart goes on.</summary>
internal sealed class Erasing(
    IDbContextFactory<OutreachDb> databases, LinkFiles links, ErasureNotes notes, ArrivalClock arrivals, CaseSteps steps, LocalDay day)
{
    public async Task EraseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await notes.AddAsync(caseId, day.Today, cancellationToken);
        steps.Pass(CaseStep.EraseNoted);
        await MarkAsync([(caseId, day.Today)], cancellationToken);
        steps.Pass(CaseStep.EraseMarked);
        await FinishAsync([caseId], cancellationToken);
    }

    /// <summary>At start: what was begun is brought to its end, and what a restored backup brought back goes again.</summary>
    /// <returns>How many cases went.</returns>
    public async Task<int> CompleteAsync(CancellationToken cancellationToken)
    {
        await MarkAsync(await notes.ReadAsync(cancellationToken), cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var left = await db.HelpCases.Where(c => db.Erasures.Any(e => e.CaseId == c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
        await FinishAsync(left, cancellationToken);
        return left.Count;
    }

    private async Task MarkAsync(IReadOnlyList<(Guid CaseId, DateOnly On)> erasures, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var ids = erasures.Select(erasure => erasure.CaseId).ToList();
        var known = await db.Erasures.Where(e => ids.Contains(e.CaseId)).Select(e => e.CaseId).ToListAsync(cancellationToken);
        db.Erasures.AddRange(erasures.Where(erasure => !known.Contains(erasure.CaseId)).Select(erasure => new Erasure { CaseId = erasure.CaseId, On = erasure.On }));
        // False: the same ones were marked by another node in this moment.
        await CaseSaves.TrySaveAsync(db, cancellationToken);
    }

    private async Task FinishAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var linkId in await db.CaseLinks.Where(l => ids.Contains(l.CaseId)).Select(l => l.Id).ToListAsync(cancellationToken))
        {
            await links.DestroyAsync(linkId, cancellationToken);
        }

        steps.Pass(CaseStep.EraseLinkDestroyed);
        await CaseSaves.DeleteAsync(db, ids, cancellationToken);
        steps.Pass(CaseStep.EraseRowsDeleted);
        foreach (var id in ids)
        {
            arrivals.Forget(id);
        }
    }
}
