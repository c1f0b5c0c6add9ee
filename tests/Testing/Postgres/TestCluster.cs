using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Outreach.Storage.Local;
using Outreach.Storage.Schema;

namespace Outreach.Testing.Postgres;

/// <summary>
/// One PostgreSQL for a test run, made by the service's own code with fsync off, and a database of its own for each
/// test, cloned from a migrated template. An assembly fixture: <c>[assembly: AssemblyFixture(typeof(TestCluster))]</c>.
/// </summary>
public sealed class TestCluster : IAsyncDisposable
{
    private const string Template = "template_outreach";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "outreach-tests-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private LocalPostgres? _cluster;
    private string? _connectionString;
    private int _databases;

    /// <summary>Where PostgreSQL writes its log.</summary>
    public string LogFolder => _cluster?.LogFolder ?? throw new InvalidOperationException("No database was asked for yet.");

    /// <summary>A fresh, migrated, empty database.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        // One at a time: a template cannot be cloned twice at once.
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _connectionString ??= await StartAsync(cancellationToken);
            var name = $"test_{++_databases}";
            await ExecuteAsync(_connectionString, $"CREATE DATABASE {name} TEMPLATE {Template}", cancellationToken);
            return new TestDatabase(ConnectionTo(name));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>An empty database, not migrated.</summary>
    public async Task<TestDatabase> CreateBareDatabaseAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _connectionString ??= await StartAsync(cancellationToken);
            var name = $"test_{++_databases}";
            await ExecuteAsync(_connectionString, $"CREATE DATABASE {name}", cancellationToken);
            return new TestDatabase(ConnectionTo(name));
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        _gate.Dispose();
    }

    private async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        // Not CreateTempSubdirectory: as root the database runs as another user, who must be let through.
        Directory.CreateDirectory(_folder);
        _cluster = new LocalPostgres(_folder, durable: false, NullLogger.Instance);
        var connectionString = await _cluster.StartAsync(cancellationToken);
        await ExecuteAsync(connectionString, $"CREATE DATABASE {Template}", cancellationToken);
        _connectionString = connectionString;
        await new SchemaMigrator(ConnectionTo(Template)).MigrateAsync(cancellationToken);
        NpgsqlConnection.ClearAllPools(); // a template in use cannot be cloned
        return connectionString;
    }

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(_connectionString) { Database = database }.ConnectionString;

    private static async Task ExecuteAsync(string connectionString, string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
