using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Storage.Local;
using Outreach.Storage.Schema;

namespace Outreach.Testing.Postgres;

/// <summary>A PostgreSQL that waits for the disk as the service's own does, to be cut off and started again while somebody uses it.</summary>
public sealed class CutOffCluster : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "outreach-cut-off-" + Guid.NewGuid().ToString("N")[..12]);
    private LocalPostgres _cluster;

    private CutOffCluster() => _cluster = Open();

    /// <summary>The same after every start.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<CutOffCluster> StartAsync(CancellationToken cancellationToken)
    {
        var cluster = new CutOffCluster();
        Directory.CreateDirectory(cluster._folder);
        cluster.ConnectionString = await cluster._cluster.StartAsync(cancellationToken);
        await new SchemaMigrator(cluster.ConnectionString).MigrateAsync(cancellationToken);
        return cluster;
    }

    /// <summary>As <c>pg_ctl stop -m immediate</c>: no checkpoint, no goodbye.</summary>
    public async Task CutAsync()
    {
        var postmaster = Path.Combine(Path.GetDirectoryName(_cluster.LogFolder)!, "postmaster.pid");
        var id = int.Parse(File.ReadLines(postmaster).First(), CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(id);
        using var quit = Process.Start("kill", ["-QUIT", id.ToString(CultureInfo.InvariantCulture)]);
        await server.WaitForExitAsync();
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var next = Open();
        var connectionString = await next.StartAsync(cancellationToken);
        await _cluster.DisposeAsync(); // leaves; the next one uses it
        _cluster = next;
        if (connectionString != ConnectionString)
        {
            throw new InvalidOperationException("The cluster came back on another port.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private LocalPostgres Open() => new(_folder, durable: true, NullLogger.Instance);
}
