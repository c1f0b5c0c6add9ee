using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Staff;

/// <summary>
/// Writes the audit: each line bound to the one before it by an HMAC, one writer at a time. Lines of cases wait until their day is over.
/// </summary>
public sealed class AuditTrail(IDbContextFactory<OutreachDb> databases, KeyRing keys, LocalDay day, TimeProvider time) : IDisposable
{
    // "audit" in ASCII; see SchemaMigrator for the other lock of this database.
    private const long AdvisoryLock = 0x6175646974;
    private const int PageLines = 1_000;

    /// <summary>Storage in memory has no transaction to lock in.</summary>
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>
    /// The lines that waited at the last walk, with their days: one of today that is gone was taken out. In memory alone, for a file
    /// of them would tell in which hour each came.
    /// </summary>
    private Dictionary<Guid, DateOnly> _waited = [];

    /// <summary>
    /// Adds a line to what <paramref name="db"/> will save, inside the transaction that is open on it (READ COMMITTED, the default).
    /// From here to the commit no other line can be written but those of cases, so call it last before <c>SaveChangesAsync</c>, and
    /// never before waiting for anything else. Storage in memory has no transactions: there the line is kept at once.
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

        if (draft.What == AuditKind.Case)
        {
            db.AuditWaiting.Add(WaitingEntry.Of(draft, day.Today, keys));
            return;
        }

        await LockAsync(db, cancellationToken);
        db.AuditEntries.Add(Next(draft, WholeHour.Of(time.GetUtcNow()), await LastAsync(db, cancellationToken)));
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

    /// <summary>Whether lines wait whose day is over.</summary>
    public Task<bool> IsMoveDueAsync(CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        var today = day.Today;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.AuditWaiting.AnyAsync(e => e.On < today, cancellationToken);
    });

    /// <summary>
    /// Binds the lines of cases whose day is over to the chain, in random order and with the day alone; those of today wait on, in
    /// random order too. One that was changed stays where it is, so that the alarm goes on.
    /// </summary>
    /// <returns>How many were moved.</returns>
    public Task<int> MoveWaitingAsync(CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsRelational())
        {
            return await AloneAsync(() => MoveAsync(db, cancellationToken), cancellationToken);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // In the order in which a change with lines of both kinds takes them.
        await LockAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(SqlText.Of("lock-audit-waiting"), cancellationToken);
        var moved = await MoveAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(SqlText.Of("rewrite-audit-waiting"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return moved;
    });

    /// <summary>Walks the whole chain and what waits, and remembers how far it reached: of the chain beside the console's keys.</summary>
    public Task<AuditCheck> VerifyAsync(CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (check, end) = await WalkAsync(db, keys, cancellationToken);
        if (check is AuditCheck.Whole && end is not null && keys.KeyDirectory is { } folder)
        {
            end.Write(AuditMark.PathIn(folder));
        }

        if (check is not AuditCheck.Whole whole)
        {
            return check;
        }

        var waiting = await db.AuditWaiting.AsNoTracking().ToListAsync(cancellationToken);
        // Asked after the reading: no line can have been moved since whose day was over by then.
        var today = day.Today;
        var here = waiting.ToDictionary(e => e.Id, e => e.On);
        var takenOut = _waited.Any(e => e.Value >= today && !here.ContainsKey(e.Key));
        _waited = here;
        return takenOut ? new AuditCheck.Broken(null) : Judge(whole, waiting, keys);
    });

    /// <summary>Walks the whole chain and what waits, and changes nothing.</summary>
    internal static async Task<AuditCheck> VerifyAsync(OutreachDb db, KeyRing keys, CancellationToken cancellationToken)
    {
        var (check, _) = await WalkAsync(db, keys, cancellationToken);
        return Judge(check, await db.AuditWaiting.AsNoTracking().ToListAsync(cancellationToken), keys);
    }

    private static AuditCheck Judge(AuditCheck check, List<WaitingEntry> waiting, KeyRing keys) => check is not AuditCheck.Whole whole ? check
        : waiting.TrueForAll(e => e.Holds(keys)) ? whole with { Waiting = waiting.Count } : new AuditCheck.Broken(null);

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

    private async Task<int> MoveAsync(OutreachDb db, CancellationToken cancellationToken)
    {
        var today = day.Today;
        var due = (await db.AuditWaiting.Where(e => e.On < today).ToListAsync(cancellationToken)).Where(e => e.Holds(keys)).ToArray();
        RandomNumberGenerator.Shuffle<WaitingEntry>(due);
        var last = await LastAsync(db, cancellationToken);
        foreach (var line in due)
        {
            last = Next(line.ToDraft(), new DateTimeOffset(line.On, TimeOnly.MinValue, TimeSpan.Zero), last);
            db.AuditEntries.Add(last);
        }

        db.AuditWaiting.RemoveRange(due);
        await db.SaveChangesAsync(cancellationToken);
        return due.Length;
    }

    private AuditEntry Next(AuditDraft draft, DateTimeOffset hour, AuditEntry? last)
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
            Hour = hour,
            KeyId = keyId,
        };
        entry.Mac = entry.ComputeMac(key, last is null ? [] : last.Mac);
        return entry;
    }

    private Task<int> KeepInMemoryAsync(AuditDraft draft, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        await using var own = await databases.CreateDbContextAsync(cancellationToken);
        if (draft.What == AuditKind.Case)
        {
            own.AuditWaiting.Add(WaitingEntry.Of(draft, day.Today, keys));
        }
        else
        {
            own.AuditEntries.Add(Next(draft, WholeHour.Of(time.GetUtcNow()), await LastAsync(own, cancellationToken)));
        }

        return await own.SaveChangesAsync(cancellationToken);
    }, cancellationToken);

    private async Task<int> AloneAsync(Func<Task<int>> work, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static Task<int> LockAsync(OutreachDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);

    /// <summary>Of this unit of work if it has added one, else of the table.</summary>
    private static async Task<AuditEntry?> LastAsync(OutreachDb db, CancellationToken cancellationToken) =>
        db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).MaxBy(e => e.Number)
        ?? await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken);
}
