using Npgsql;
using Outreach.Storage.Keys;

namespace Outreach.Storage.Schema;

/// <summary>
/// The database remembers a mark of the keys it was written with. A node with other keys would find nobody again and
/// open no address, and would find that out one person at a time: so it does not start.
/// </summary>
internal static class KeyPrintCheck
{
    /// <summary>Leaves the marks of folders the database does not know yet, then compares.</summary>
    /// <exception cref="StorageStartException">The keys are not those of this database.</exception>
    public static async Task CheckAsync(NpgsqlDataSource source, KeyPrints prints, string keyDirectory, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        foreach (var (folder, print) in Given(prints))
        {
            await using var command = new NpgsqlCommand("INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = NameOf(folder) });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = print });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        if (await FindStrangerAsync(connection, prints, cancellationToken) is { } stranger)
        {
            throw new StorageStartException(
                $"The keys in {Path.Combine(keyDirectory, stranger)} are not those this database was written with. " +
                "Put the right folder back; with new keys nobody's address can be read again.");
        }
    }

    /// <summary>The folder whose keys are not those the database was written with, or null.</summary>
    public static async Task<string?> FindStrangerAsync(NpgsqlConnection connection, KeyPrints prints, CancellationToken cancellationToken)
    {
        foreach (var (folder, print) in Given(prints))
        {
            await using var command = new NpgsqlCommand("SELECT value FROM settings WHERE name = $1", connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = NameOf(folder) });
            if (await command.ExecuteScalarAsync(cancellationToken) is string known && known != print)
            {
                return folder;
            }
        }

        return null;
    }

    private static IEnumerable<(string Folder, string Print)> Given(KeyPrints prints) =>
        new[] { ("public", prints.Public), ("sender", prints.Sender), ("console", prints.Console) }
            .Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!));

    private static string NameOf(string folder) => "keys." + folder;
}
