using Microsoft.EntityFrameworkCore;
using Npgsql;
using Outreach.Storage;

namespace Outreach.Cases;

/// <summary>How changes of help tables are saved: one transaction, and what another writer did meanwhile is a value.</summary>
internal static class CaseSaves
{
    /// <returns>False when another writer was first (a row changed, came or went): the caller reads again.</returns>
    public static Task<bool> TrySaveAsync(OutreachDb db, CancellationToken cancellationToken) =>
        TryAsync(db, () => db.SaveChangesAsync(cancellationToken));

    /// <summary>The same for a save that does more, as one that writes the audit.</summary>
    public static async Task<bool> TryAsync(OutreachDb db, Func<Task> save)
    {
        try
        {
            await save();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation
                or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        })
        {
            return false;
        }
        catch (ArgumentException) when (!db.Database.IsRelational())
        {
            // The memory database's word for a key that is there already.
            return false;
        }
    }

    /// <summary>Deletes cases with everything that hangs on them.</summary>
    public static async Task DeleteAsync(OutreachDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (db.Database.IsRelational())
        {
            // The database takes the rest along (ON DELETE CASCADE), also what came in this moment.
            await db.HelpCases.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
            return;
        }

        await RemoveAsync(db, ids, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Marks them as deleted; they go with the next save.</summary>
    public static async Task RemoveAsync(OutreachDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        db.HelpCases.RemoveRange(await db.HelpCases.Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken));
        if (db.Database.IsRelational())
        {
            return;
        }

        db.CaseTexts.RemoveRange(await db.CaseTexts.Where(t => ids.Contains(t.CaseId)).ToListAsync(cancellationToken));
        db.Receipts.RemoveRange(await db.Receipts.Where(r => ids.Contains(r.CaseId)).ToListAsync(cancellationToken));
        db.CaseLinks.RemoveRange(await db.CaseLinks.Where(l => ids.Contains(l.CaseId)).ToListAsync(cancellationToken));
        db.CaseReferrals.RemoveRange(await db.CaseReferrals.Where(r => ids.Contains(r.CaseId)).ToListAsync(cancellationToken));
        db.CaseReports.RemoveRange(await db.CaseReports.Where(r => ids.Contains(r.CaseId)).ToListAsync(cancellationToken));
        db.CaseReaders.RemoveRange(await db.CaseReaders.Where(r => ids.Contains(r.CaseId)).ToListAsync(cancellationToken));
    }

    /// <summary>Whether an exception means that the database is away.</summary>
    public static bool IsAway(Exception exception) => exception is StoreUnavailableException || StoreFailures.IsUnavailable(exception);
}
