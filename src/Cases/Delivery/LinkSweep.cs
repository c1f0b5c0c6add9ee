using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Retention;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Delivery;

/// <summary>
/// The sender's housekeeping: destroys keys of links that no row needs any more (closed on another machine, a request
/// that was never saved), and the links of closed cases whose last replies did not get away by the next day.
/// </summary>
internal sealed class LinkSweep(
    IDbContextFactory<OutreachDb> databases, CaseChanges changes, LinkFiles links, ErasureNotes notes, LocalDay day, TimeProvider time) : IDisposable
{
    /// <summary>A key is written before its row: so long a request may take to be saved.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Guid, DateTimeOffset> _withoutRow = [];
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await EndClosedAsync(cancellationToken);
            await DestroyOrphansAsync(cancellationToken);
            await notes.PruneAsync(RetentionRules.Erasures.OverWhenBegunBy(day.Today), cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task EndClosedAsync(CancellationToken cancellationToken) => await changes.TryAsync<object>(
        async (db, _) =>
        {
            var today = day.Today;
            var left = await db.CaseLinks
                .Where(l => db.HelpCases.Any(c => c.Id == l.CaseId && c.State == CaseState.Closed && c.ClosedOn < today)).ToListAsync(cancellationToken);
            var ids = left.Select(link => link.CaseId).ToList();
            foreach (var text in await db.CaseTexts
                .Where(t => ids.Contains(t.CaseId) && (t.Delivery == TextDelivery.Queued || t.Delivery == TextDelivery.InDoubt)).ToListAsync(cancellationToken))
            {
                text.Delivery = TextDelivery.Undeliverable;
            }

            db.CaseLinks.RemoveRange(left);
            return await CaseSaves.TrySaveAsync(db, cancellationToken) ? this : null;
        },
        cancellationToken);

    private async Task DestroyOrphansAsync(CancellationToken cancellationToken)
    {
        // The files first: a link saved between the two looks is then in the second.
        var here = await links.AllAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = (await db.CaseLinks.Select(l => l.Id).ToListAsync(cancellationToken)).ToHashSet();
        var now = time.GetUtcNow();
        foreach (var known in _withoutRow.Keys.Where(id => rows.Contains(id) || !here.Contains(id)).ToList())
        {
            _withoutRow.Remove(known);
        }

        foreach (var orphan in here.Where(id => !rows.Contains(id)))
        {
            _withoutRow.TryAdd(orphan, now);
            if (_withoutRow[orphan] <= now - Grace)
            {
                await links.DestroyAsync(orphan, cancellationToken);
                _withoutRow.Remove(orphan);
            }
        }
    }
}
