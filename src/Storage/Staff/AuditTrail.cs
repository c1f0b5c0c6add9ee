using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Storage.Staff;

/// <summary>Writes the audit: each line bound to the one before it by an HMAC, one writer at a time.</summary>
public sealed class AuditTrail(IDbContextFactory<OutreachDb> databases, KeyRing keys, TimeProvider time) : IDisposable
{
    // "audit" in ASCII; see SchemaMigrator for the other lock of this database.
    private const long AdvisoryLock = 0x6175646974;
    private const int PageLines = 1_000;

    /// <summary>Storage in memory has no transaction to lock in.</summary>
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>
    /// Adds a line to what <paramref name="db"/> will save, inside the transaction that is open on it (READ COMMITTED, the default).
    /// From here to the commit no other line can be written, so call it last before <c>SaveChangesAsync</c>, and never before
    /// waiting for anything else. Storage in memory has no transactions: there the line is kept at once.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public async Task AppendAsync(OutreachDb db, AuditDraft draft, CancellationToken cancellationToken)
    {
        if (!db.Database.IsRelational())
        {
            await KeepInMemoryAsync(draft, cancellationToken);
            return;
        }

        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A line of the audit belongs to the transaction of what it tells of: open one first.");
        }

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        db.AuditEntries.Add(Next(draft, await LastAsync(db, cancellationToken)));
    }

    /// <summary>Saves everything tracked in <paramref name="db"/> together with these lines, in a transaction of their own.</summary>
    public async Task SaveAsync(OutreachDb db, IReadOnlyList<AuditDraft> drafts, CancellationToken cancellationToken)
    {
        await using var transaction = db.Database.IsRelational() ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        foreach (var draft in drafts)
        {
            await AppendAsync(db, draft, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>A line that goes with no other change: something was read.</summary>
    public Task WriteAsync(AuditDraft draft, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await SaveAsync(db, [draft], cancellationToken);
        return true;
    });

    /// <summary>Walks the whole chain, and remembers beside the console's keys how far it reached.</summary>
    public Task<AuditCheck> VerifyAsync(CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (check, end) = await WalkAsync(db, keys, cancellationToken);
        if (check is AuditCheck.Whole && end is not null && keys.KeyDirectory is { } folder)
        {
            end.Write(AuditMark.PathIn(folder));
        }

        return check;
    });

    /// <summary>Walks the whole chain and changes nothing.</summary>
    internal static async Task<AuditCheck> VerifyAsync(OutreachDb db, KeyRing keys, CancellationToken cancellationToken) => (await WalkAsync(db, keys, cancellationToken)).Check;

    /// <returns>What was found and, where the chain is whole and longer than the mark, its new end.</returns>
    private static async Task<(AuditCheck Check, AuditMark? End)> WalkAsync(OutreachDb db, KeyRing keys, CancellationToken cancellationToken)
    {
        var mark = keys.KeyDirectory is { } folder ? AuditMark.Read(AuditMark.PathIn(folder)) : AuditMark.None;
        long seen = 0;
        byte[] previous = [];
        while (true)
        {
            var page = await db.AuditEntries.AsNoTracking().Where(e => e.Number > seen).OrderBy(e => e.Number).Take(PageLines).ToListAsync(cancellationToken);
            foreach (var entry in page)
            {
                if (entry.Number != seen + 1 || !Holds(keys, entry, previous) || mark is null || entry.Number == mark.Lines && !CryptographicOperations.FixedTimeEquals(entry.Mac, mark.Mac))
                {
                    return (new AuditCheck.Broken(seen + 1), null);
                }

                (seen, previous) = (entry.Number, entry.Mac);
            }

            if (page.Count < PageLines)
            {
                return mark is null || seen < mark.Lines ? (new AuditCheck.Broken(seen + 1), null)
                    : (new AuditCheck.Whole(seen), seen > mark.Lines ? new AuditMark(seen, previous) : null);
            }
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private static bool Holds(KeyRing keys, AuditEntry entry, byte[] previous) =>
        entry.KeyId is > 0 and <= byte.MaxValue && keys.AuditKey((byte)entry.KeyId) is { } key
        && CryptographicOperations.FixedTimeEquals(entry.ComputeMac(key, previous), entry.Mac);

    private AuditEntry Next(AuditDraft draft, AuditEntry? last)
    {
        var (keyId, key) = keys.CurrentAuditKey;
        var entry = new AuditEntry
        {
            Number = (last?.Number ?? 0) + 1,
            StaffId = draft.StaffId,
            Action = draft.Action,
            What = draft.What,
            Id = draft.Id,
            Source = draft.Source,
            Hour = WholeHour.Of(time.GetUtcNow()),
            KeyId = keyId,
        };
        entry.Mac = entry.ComputeMac(key, last is null ? [] : last.Mac);
        return entry;
    }

    private async Task KeepInMemoryAsync(AuditDraft draft, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var own = await databases.CreateDbContextAsync(cancellationToken);
            own.AuditEntries.Add(Next(draft, await LastAsync(own, cancellationToken)));
            await own.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Of this unit of work if it has added one, else of the table.</summary>
    private static async Task<AuditEntry?> LastAsync(OutreachDb db, CancellationToken cancellationToken) =>
        db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).MaxBy(e => e.Number)
        ?? await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken);
}
