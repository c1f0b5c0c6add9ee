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
