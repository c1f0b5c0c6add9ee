using Npgsql;

namespace Outreach.Storage.Operations;

/// <summary>A fresh database beside the one in use, and the exchange of the two.</summary>
internal sealed class DatabaseSwap(string connectionString)
{
    private readonly NpgsqlConnectionStringBuilder _parts = new(connectionString);
    private readonly string _fresh = "outreach_restore_" + Guid.NewGuid().ToString("N")[..8];

    public async Task<bool> IsServedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = $1 AND application_name = $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _parts.Database });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ServiceConnections.ServeName });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public static async Task<bool> HasTablesAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public async Task<string> CreateFreshAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync($"CREATE DATABASE {Quote(_fresh)} TEMPLATE template0", cancellationToken);
        return _fresh;
    }

    /// <summary>Empties tables of the fresh database, those of them that its version has.</summary>
    public async Task EmptyFreshAsync(IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await OpenFreshAsync(cancellationToken);
        foreach (var table in tables)
        {
            if (await HasAsync(connection, table, cancellationToken))
            {
                await using var truncate = new NpgsqlCommand("TRUNCATE " + Quote(table), connection);
                await truncate.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    /// <summary>Pauses what the fresh database believes to be running, where its version has campaigns.</summary>
    public async Task PauseFreshAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenFreshAsync(cancellationToken);
        if (await HasAsync(connection, "broadcasts", cancellationToken))
        {
            await using var pause = new NpgsqlCommand("UPDATE broadcasts SET state = 'Paused', paused_because = 'Restored' WHERE state = 'Running'", connection);
            await pause.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public Task DropFreshAsync(CancellationToken cancellationToken) => ExecuteAsync($"DROP DATABASE IF EXISTS {Quote(_fresh)} WITH (FORCE)", cancellationToken);

    /// <summary>Between the two renames there is a moment without a database; a kill in it is mended by renaming by hand.</summary>
    public async Task PutInPlaceAsync(CancellationToken cancellationToken)
    {
        var old = _fresh + "_old";
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_parts.Database!.Replace("'", "''", StringComparison.Ordinal)}'", cancellationToken);
        await ExecuteAsync($"ALTER DATABASE {Quote(_parts.Database)} RENAME TO {Quote(old)}", cancellationToken);
        await ExecuteAsync($"ALTER DATABASE {Quote(_fresh)} RENAME TO {Quote(_parts.Database)}", cancellationToken);
        await ExecuteAsync($"DROP DATABASE {Quote(old)} WITH (FORCE)", cancellationToken);
    }

    private async Task<NpgsqlConnection> OpenFreshAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Database = _fresh, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<bool> HasAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var known = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection);
        known.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Quote(table) });
        return await known.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>From the maintenance database: one in use cannot be renamed.</summary>
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
