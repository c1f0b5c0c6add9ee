using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Outreach.Storage.Schema;
using Outreach.Storage.Staff;

namespace Outreach.Storage.Operations;

/// <summary>
/// <c>restore FILE</c>: fills a fresh database from a backup and puts it in the place of the old one, so that a failure
/// in the middle changes nothing. Never while a service runs, and never over data unless forced.
/// </summary>
public sealed class RestoreVerb(StorageStartup startup, IOptions<StorageOptions> settings)
{
    /// <param name="force">Replace a database that holds data; what it held is gone.</param>
    /// <returns>0 = restored, 1 = it could not be, 2 = wrong use: no such file, data in the way, no database.</returns>
    public Task<int> RunAsync(string file, bool force, VerbOutput output, CancellationToken cancellationToken) => VerbGuard.RunAsync(output, async () =>
    {
        if (!File.Exists(file))
        {
            await output.Faults.WriteLineAsync($"{file} does not exist.");
            return ExitCode.WrongUse;
        }

        // As a service: it takes the lock that keeps one from starting meanwhile.
        if (await startup.OpenServerAsync(StorageUse.Serve, cancellationToken) is not { } connectionString)
        {
            await output.Faults.WriteLineAsync("There is no database to restore into: Storage:Provider is InMemory.");
            return ExitCode.WrongUse;
        }

        var swap = new DatabaseSwap(connectionString);
        if (await swap.IsServedAsync(cancellationToken))
        {
            await output.Faults.WriteLineAsync("A service is running on this database. Stop it first.");
            return ExitCode.AtFault;
        }

        if (!force && await FindDataAsync(connectionString, cancellationToken) is { } table)
        {
            await output.Faults.WriteLineAsync($"The database holds data already (table {table}). Force it to replace all of it.");
            return ExitCode.WrongUse;
        }

        return await FillAsync(Path.GetFullPath(file), swap, connectionString, output, cancellationToken);
    });

    private async Task<int> FillAsync(string file, DatabaseSwap swap, string connectionString, VerbOutput output, CancellationToken cancellationToken)
    {
        var tools = await PostgresTools.ForAsync(connectionString, cancellationToken);
        var list = await tools.ListAsync(file, cancellationToken);
        if (list.ExitCode != 0 || !list.Output.Contains(PostgresModel.HistoryTable, StringComparison.Ordinal))
        {
            await output.Faults.WriteLineAsync($"{file} is not a backup of this service.");
            return ExitCode.AtFault;
        }

        var fresh = await swap.CreateFreshAsync(cancellationToken);
        var restored = await tools.RestoreAsync(file, fresh, cancellationToken);
        if (restored.ExitCode != 0)
        {
            await swap.DropFreshAsync(CancellationToken.None);
            // Not pg_restore's own words: about a broken row they quote the row.
            await output.Faults.WriteLineAsync($"pg_restore ended with {restored.ExitCode}. The database is as it was.");
            return ExitCode.AtFault;
        }

        // Our own backups leave them out; one made by hand would have the sweeper send old replies at the next start.
        await swap.EmptyFreshAsync(BackupVerb.TablesWithoutRows, cancellationToken);
        await swap.PauseFreshAsync(cancellationToken);
        await swap.PutInPlaceAsync(cancellationToken);
        await new SchemaMigrator(connectionString).MigrateAsync(cancellationToken);
        // The audit ends where the backup did: from here on that is its end.
        AuditMark.Forget(AuditMark.PathIn(settings.Value.FullKeyDirectory));
        await output.Lines.WriteLineAsync($"Restored {file}.");
        await output.Lines.WriteLineAsync($"Whoever withdrew consent after the backup ({TimeOf(list.Output)}) is subscribed again: apply those withdrawals before the next campaign.");
        await output.Lines.WriteLineAsync(startup.HasKeys
            ? "If the key folder is not the one this backup was taken with, the next start says so and stops."
            : "There are no keys here yet: put the key folder of the backup's machine in place before the first start.");
        return ExitCode.Done;
    }

    /// <summary>As pg_restore's list says in its head: <c>;     Archive created at 2026-11-21 12:00:00 UTC</c>.</summary>
    private static string TimeOf(string list)
    {
        const string Mark = "Archive created at ";
        return list.Split('\n').FirstOrDefault(line => line.Contains(Mark, StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim()
            : "time unknown";
    }

    /// <summary>The first table that holds what people or staff wrote, or null.</summary>
    private static async Task<string?> FindDataAsync(string connectionString, CancellationToken cancellationToken)
    {
        if ((await new SchemaMigrator(connectionString).FindPendingAsync(cancellationToken)).Count > 0)
        {
            // A database of an older version is one that was used; of a new one nothing is there yet.
            return await DatabaseSwap.HasTablesAsync(connectionString, cancellationToken) ? PostgresModel.HistoryTable : null;
        }

        var builder = new DbContextOptionsBuilder<OutreachDb>();
        PostgresModel.Configure(builder, connectionString + ";Pooling=false");
        await using var db = new OutreachDb(builder.Options);
        string[] ours = ["settings", "poll_offsets", "conversations", "seen_updates", Turns.PendingReply.Table];
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Except(ours).Order(StringComparer.Ordinal))
        {
            await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT FROM \"{table}\")", connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return table;
            }
        }

        return null;
    }
}
