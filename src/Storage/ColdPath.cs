using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Outreach.Storage;

/// <summary>What the stores over EF Core share: one word for a database that is away, and one for a row that is there already.</summary>
internal static class ColdPath
{
    public static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception))
        {
            throw new StoreUnavailableException("The database cannot be reached.", exception);
        }
    }

    /// <summary>In one statement where there is a server: rows that another node deleted meanwhile are then no conflict.</summary>
    public static async Task<int> DeleteAsync<T>(OutreachDb db, IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (db.Database.IsRelational())
        {
            return await rows.ExecuteDeleteAsync(cancellationToken);
        }

        db.RemoveRange(await rows.ToListAsync(cancellationToken));
        return await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>False when a unique index says that the new row is there already.</returns>
    public static async Task<bool> TrySaveNewAsync(OutreachDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }
}
