using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Outreach.Storage.Schema;

/// <summary>Brings the database's tables up to this version. Several nodes may come at once: one works, the others wait.</summary>
internal sealed class SchemaMigrator(string connectionString)
{
    // Any number, as long as nothing else in this database takes the same: "outreach" in ASCII.
    private const long AdvisoryLock = 0x6F75747265616368;

    // Its own connections, not the pool's: a lock goes with its connection, and a pool may hold dead ones.
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 300 }.ConnectionString;

    /// <returns>The migrations that were applied, oldest first; empty when there was nothing to do.</returns>
    /// <exception cref="StorageStartException">The database belongs to a newer version of this service.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var guard = await OpenAsync(cancellationToken);
        await ExecuteAsync(guard, $"SELECT pg_advisory_lock({AdvisoryLock})", cancellationToken);
        var pending = await FindPendingAsync(guard, cancellationToken);
        if (pending.Count > 0)
        {
            await using var db = CreateDb();
            await db.Database.MigrateAsync(cancellationToken);
        }

        return pending;
    }

    /// <summary>What <see cref="MigrateAsync"/> would apply.</summary>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await FindPendingAsync(connection, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> FindPendingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = await ReadAppliedAsync(connection, cancellationToken);
        await using var db = CreateDb();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new StorageStartException($"The database was changed by a newer version of this service (migration {unknown}). Start that version, or restore a backup.");
        }

        return [.. known.Except(applied)];
    }

    private static async Task<List<string>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand($"SELECT to_regclass('{PostgresModel.HistoryTable}') IS NOT NULL", connection);
        var applied = new List<string>();
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return applied;
        }

        await using var command = new NpgsqlCommand($"SELECT \"MigrationId\" FROM {PostgresModel.HistoryTable}", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }

    private OutreachDb CreateDb()
    {
        var builder = new DbContextOptionsBuilder<OutreachDb>();
        PostgresModel.Configure(builder, _connectionString);
        return new OutreachDb(builder.Options);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
