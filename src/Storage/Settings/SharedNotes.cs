using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Outreach.Storage.Settings;

/// <summary>What the nodes of a service tell each other through the database, whatever keys their roles open.</summary>
public sealed class SharedNotes(IDbContextFactory<OutreachDb> databases) : IDisposable
{
    /// <summary>Note of the name by which the bot is found on Telegram.</summary>
    public const string TelegramName = "telegram.name";

    private const int SecretBytes = 32;

    private readonly ConcurrentDictionary<string, byte[]> _secrets = new(StringComparer.Ordinal);

    /// <summary>Storage in memory knows no unique index: two would be kept.</summary>
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <returns>Null where nobody has noted it yet.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Settings.Where(s => s.Name == name).Select(s => s.Value).SingleOrDefaultAsync(cancellationToken);
    });

    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public Task SetAsync(string name, string value, CancellationToken cancellationToken) =>
        ColdPath.RunAsync(() => KeepAsync(name, _ => value, cancellationToken));

    /// <summary>
    /// A random key for one use, the same on every node: made by whoever needs it first. Whoever reads the database has it, so it is for
    /// what protects nothing but things that stand in the database themselves.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public async Task<byte[]> SecretAsync(string use, CancellationToken cancellationToken)
    {
        if (_secrets.TryGetValue(use, out var known))
        {
            return known;
        }

        var kept = await ColdPath.RunAsync(() => KeepAsync(
            "secret." + use, found => found ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)), cancellationToken));
        return _secrets.GetOrAdd(use, Convert.FromHexString(kept));
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<string> KeepAsync(string name, Func<string?, string> next, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken);
                var note = await db.Settings.SingleOrDefaultAsync(s => s.Name == name, cancellationToken);
                var value = next(note?.Value);
                if (note?.Value == value)
                {
                    return value;
                }

                if (note is null)
                {
                    db.Settings.Add(new StoredSetting { Name = name, Value = value });
                }
                else
                {
                    note.Value = value;
                }

                // False: another node was first, and its word is looked at now.
                if (await ColdPath.TrySaveNewAsync(db, cancellationToken))
                {
                    return value;
                }
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
