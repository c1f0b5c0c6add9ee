using Npgsql;
using Outreach.Storage.Local;

namespace Outreach.Storage.Operations;

/// <summary>pg_dump and pg_restore against one database. The password goes by the environment: a process list shows arguments.</summary>
internal sealed class PostgresTools
{
    // A dump of a few million rows takes minutes; a day means that it hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private readonly PostgresPrograms _programs;
    private readonly Dictionary<string, string> _environment;

    private PostgresTools(PostgresPrograms programs, Dictionary<string, string> environment) => (_programs, _environment) = (programs, environment);

    /// <exception cref="StorageStartException">No programs here are new enough for the server.</exception>
    public static async Task<PostgresTools> ForAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        var server = connection.PostgreSqlVersion.Major;
        var programs = PostgresPrograms.FindAll().Where(p => p.Major >= server && File.Exists(p.Path("pg_dump"))).MinBy(p => p.Major)
            ?? throw new StorageStartException($"pg_dump and pg_restore of PostgreSQL {server} or newer are not on this machine. Install the package postgresql-client-{server}.");
        return new PostgresTools(programs, EnvironmentOf(new NpgsqlConnectionStringBuilder(connectionString)));
    }

    public Task<ProcessResult> DumpAsync(string file, IEnumerable<string> tablesWithoutRows, CancellationToken cancellationToken) => RunAsync(
        [_programs.Path("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", "--file=" + file, .. tablesWithoutRows.Select(t => "--exclude-table-data=" + t)],
        cancellationToken);

    /// <summary>What a backup holds, one entry a line; fails when the file is none.</summary>
    public Task<ProcessResult> ListAsync(string file, CancellationToken cancellationToken) =>
        RunAsync([_programs.Path("pg_restore"), "--list", file], cancellationToken);

    public Task<ProcessResult> RestoreAsync(string file, string database, CancellationToken cancellationToken) =>
        RunAsync([_programs.Path("pg_restore"), "--exit-on-error", "--no-owner", "--no-privileges", "--dbname=" + database, file], cancellationToken);

    private Task<ProcessResult> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        ProcessRun.RunAsync(command, _environment, null, Patience, cancellationToken);

    private static Dictionary<string, string> EnvironmentOf(NpgsqlConnectionStringBuilder parts)
    {
        var environment = new Dictionary<string, string>
        {
            ["PGHOST"] = parts.Host!,
            ["PGPORT"] = parts.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["PGDATABASE"] = parts.Database!,
            ["PGSSLMODE"] = parts.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            },
        };
        foreach (var (name, value) in new[] { ("PGUSER", parts.Username), ("PGPASSWORD", parts.Password), ("PGSSLROOTCERT", parts.RootCertificate) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                environment[name] = value;
            }
        }

        return environment;
    }
}
