using Npgsql;
using Outreach.Storage.Keys;

namespace Outreach.Storage.Schema;

/// <summary>
/// The database remembers a mark of the keys it was written with. A node with other keys would find nobody again and
/// open no address, and would find that out one person at a time: so it does not start.
/// </summary>
internal static class KeyPrintCheck
{
    private const string Statement = """
        WITH given AS (INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING value)
        SELECT value FROM given UNION ALL SELECT value FROM settings WHERE name = $1
        """;

    /// <exception cref="StorageStartException">The keys are not those of this database.</exception>
    public static async Task CheckAsync(NpgsqlDataSource source, KeyPrints prints, string keyDirectory, CancellationToken cancellationToken)
    {
        foreach (var (folder, print) in new[] { ("public", prints.Public), ("sender", prints.Sender), ("console", prints.Console) })
        {
            if (print is null)
            {
                continue;
            }

            await using var command = source.CreateCommand(Statement);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = "keys." + folder });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = print });
            if (await command.ExecuteScalarAsync(cancellationToken) is not string known || known != print)
            {
                throw new StorageStartException(
                    $"The keys in {Path.Combine(keyDirectory, folder)} are not those this database was written with. " +
                    "Put the right folder back; with new keys nobody's address can be read again.");
            }
        }
    }
}
