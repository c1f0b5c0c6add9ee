using Microsoft.EntityFrameworkCore;
using Outreach.Storage;

namespace Outreach.Cases;

/// <summary>Changes of help tables: each is tried again on fresh rows when another writer was first.</summary>
internal sealed class CaseChanges(IDbContextFactory<OutreachDb> databases) : IDisposable
{
    private const int Attempts = 12;

    // The memory database knows no transaction and no unique index: there changes go one at a time.
    private readonly SemaphoreSlim _memory = new(1, 1);

    /// <param name="attempt">Given a fresh context and the number of the attempt from 0; null = another writer was first.</param>
    /// <returns>Null when even the last attempt met another writer.</returns>
    public async Task<T?> TryAsync<T>(Func<OutreachDb, int, Task<T?>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        for (var number = 0; number < Attempts; number++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (await OnceAsync(db, number, attempt, cancellationToken) is { } outcome)
            {
                return outcome;
            }
        }

        return null;
    }

    /// <summary>One attempt alone: where a conflict is an answer of its own.</summary>
    public async Task<T?> OnceAsync<T>(Func<OutreachDb, Task<T?>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await OnceAsync(db, 0, (context, _) => attempt(context), cancellationToken);
    }

    public void Dispose() => _memory.Dispose();

    private async Task<T?> OnceAsync<T>(OutreachDb db, int number, Func<OutreachDb, int, Task<T?>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        if (db.Database.IsRelational())
        {
            return await attempt(db, number);
        }

        await _memory.WaitAsync(cancellationToken);
        try
        {
            return await attempt(db, number);
        }
        finally
        {
            _memory.Release();
        }
    }
}
