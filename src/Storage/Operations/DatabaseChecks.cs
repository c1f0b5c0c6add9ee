using System.Globalization;
using Npgsql;
using Outreach.Storage.Keys;
using Outreach.Storage.Schema;

namespace Outreach.Storage.Operations;

/// <summary>What the database says of itself.</summary>
internal sealed class DatabaseChecks(string connectionString, StorageProvider provider, KeyPrints? prints)
{
    /// <summary>Two clocks further apart than this make consents and quiet hours doubtful.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    /// <summary>With another value than these a server we do not run ourselves may write what people typed into its log.</summary>
    private static readonly (string Setting, string Safe)[] LogSettings =
    [
        ("log_min_error_statement", "panic"),
        ("log_parameter_max_length_on_error", "0"),
        ("log_statement", "none"),
        ("log_min_duration_statement", "-1"),
        ("log_error_verbosity", "terse"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Timeout=5");
        await connection.OpenAsync(cancellationToken);
        var findings = new List<Finding> { new(FindingLevel.Ok, "database", "PostgreSQL " + connection.PostgreSqlVersion) };
        findings.Add(await ClockAsync(connection, time, cancellationToken));
        findings.Add(await MigrationsAsync(cancellationToken));
        findings.AddRange(await KeyMarksAsync(connection, cancellationToken));
        if (provider == StorageProvider.Postgres)
        {
            findings.AddRange(await LogAsync(connection, cancellationToken));
        }

        return findings;
    }

    private static async Task<Finding> ClockAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var there = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
        var apart = (there - time.GetUtcNow()).Duration();
        return new Finding(
            apart > ClockTolerance ? FindingLevel.Warn : FindingLevel.Ok,
            "clock",
            string.Create(CultureInfo.InvariantCulture, $"the database's clock is {apart.TotalSeconds:0.0} s from ours"));
    }

    private async Task<Finding> MigrationsAsync(CancellationToken cancellationToken)
    {
        var pending = await new SchemaMigrator(connectionString).FindPendingAsync(cancellationToken);
        return pending.Count == 0
            ? new Finding(FindingLevel.Ok, "migrations", "none pending")
            : new Finding(FindingLevel.Warn, "migrations", $"{pending.Count} pending: the next start or 'migrate' applies them");
    }

    private async Task<IReadOnlyList<Finding>> KeyMarksAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('settings') IS NOT NULL", connection);
        if (prints is null || await exists.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return [];
        }

        return await KeyPrintCheck.FindStrangerAsync(connection, prints, cancellationToken) is { } folder
            ? [new Finding(FindingLevel.Fault, "keys", $"the keys in '{folder}' are not those this database was written with: put the right folder back")]
            : [new Finding(FindingLevel.Ok, "keys", "they fit this database")];
    }

    private static async Task<IReadOnlyList<Finding>> LogAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var (setting, safe) in LogSettings)
        {
            await using var command = new NpgsqlCommand("SELECT current_setting($1, true)", connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = setting });
            if (await command.ExecuteScalarAsync(cancellationToken) is string found && found != safe)
            {
                findings.Add(new Finding(FindingLevel.Warn, "server log", $"{setting} is {found}; with {safe} the server's log cannot hold what people wrote"));
            }
        }

        return findings;
    }
}
