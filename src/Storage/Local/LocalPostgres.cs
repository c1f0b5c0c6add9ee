using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Outreach.Storage.Local;

/// <summary>
/// The private cluster below the data folder. Whoever uses it holds a share of <c>cluster.lock</c>; the last to leave
/// stops it. A user that is killed leaves it running: the next one takes it up.
/// </summary>
internal sealed class LocalPostgres(string directory, bool durable, ILogger log) : IAsyncDisposable
{
    public const string Database = "outreach";
    private const string User = "outreach";

    private static readonly TimeSpan InitPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2); // after a crash it reads its log first
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RetryFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(300);

    private FileLock? _share;
    private ClusterServer? _server;

    public static bool ProgramsAreHere => PostgresPrograms.FindAll().Count > 0;

    /// <summary>PostgreSQL's log files, for <c>doctor</c> and the tests.</summary>
    public string? LogFolder => _server is { } server ? Path.Combine(server.Place.Cluster, "log") : null;

    /// <summary>Finds the running cluster, or starts it, or makes it.</summary>
    /// <returns>Its connection string.</returns>
    /// <exception cref="StorageStartException">It cannot be had; the message says why and what to do.</exception>
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        _share = await FileLock.WaitAsync(() => FileLock.TryShared(LockFile), cancellationToken);
        using var starting = await FileLock.WaitAsync(() => FileLock.TryExclusive(LockFile + ".start"), cancellationToken);
        var password = ClusterPassword.Ensure(directory);
        _server = await FindServerAsync(cancellationToken);

        if (_server.RunningPort() is { } port && await AnswersAsync(ConnectionString(port, password), cancellationToken))
        {
            LocalPostgresLog.TakenUp(log, port);
            return ConnectionString(port, password);
        }

        if (!_server.IsMade)
        {
            await _server.MakeAsync(User, password, durable, InitPatience, cancellationToken);
            LocalPostgresLog.Made(log, _server.Place.Folder, _server.Programs.Major);
        }

        port = await StartServerAsync(_server, cancellationToken);
        if (!await AnswersAsync(ConnectionString(port, password), cancellationToken))
        {
            throw new StorageStartException($"The database in {_server.Place.Folder} was started but does not let us in. Does {ClusterPassword.FileOf(directory)} belong to it?");
        }

        return ConnectionString(port, password);
    }

    /// <summary>Leaves; stops the cluster when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_share is null)
        {
            return;
        }

        _share.Dispose();
        _share = null;
        using var alone = FileLock.TryExclusive(LockFile);
        if (alone is not null && _server is not null && _server.RunningPort() is not null)
        {
            var stopped = await _server.StopAsync(StopPatience, CancellationToken.None);
            LocalPostgresLog.Stopped(log, stopped);
        }
    }

    /// <summary>
    /// Tries for a while: after a hard kill of the server its children hold its shared memory until they notice, and
    /// between looking for a free port and taking it somebody else may have been faster.
    /// </summary>
    private async Task<int> StartServerAsync(ClusterServer server, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                var port = FreePort.Choose(server.Place.Port);
                await server.StartAsync(port, durable, StartPatience, cancellationToken);
                (server.Place with { Port = port }).Save(directory);
                LocalPostgresLog.Started(log, port);
                return port;
            }
            catch (StorageStartException) when (TimeProvider.System.GetElapsedTime(begun) < RetryFor)
            {
                await Task.Delay(RetryPause, TimeProvider.System, cancellationToken);
            }
        }
    }

    private string LockFile => Path.Combine(directory, "cluster.lock");

    private async Task<ClusterServer> FindServerAsync(CancellationToken cancellationToken)
    {
        var place = ClusterPlace.Load(directory);
        var user = await ServerUser.ForAsync(place?.Folder ?? ClusterPlace.Beside(directory), cancellationToken);
        if (place is null)
        {
            place = new ClusterPlace(await ChooseFolderAsync(user, cancellationToken), 0);
            place.Save(directory);
        }

        if (await user.FindClosedAsync(Path.GetDirectoryName(place.Folder)!, cancellationToken) is { } closed)
        {
            throw new StorageStartException(
                $"The database in {place.Folder} runs as user '{user.Name}', who may not pass through {closed}. Open that folder to passing (chmod o+x '{closed}').");
        }

        return new ClusterServer(place, ClusterServer.ProgramsFor(place), user);
    }

    private async Task<string> ChooseFolderAsync(ServerUser user, CancellationToken cancellationToken)
    {
        if (await user.FindClosedAsync(directory, cancellationToken) is not { } closed)
        {
            return ClusterPlace.Beside(directory);
        }

        var outside = ClusterPlace.Outside(directory);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(outside)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageStartException(
                $"User '{user.Name}', as whom the database must run, may not pass through {closed}, and {Path.GetDirectoryName(outside)} cannot be made. " +
                $"Open the folder (chmod o+x '{closed}') or set Storage:Directory elsewhere.");
        }

        LocalPostgresLog.Outside(log, closed, outside);
        return outside;
    }

    private static string ConnectionString(int port, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = User,
        Password = password,
        Database = Database,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    /// <summary>Connects as the service will; makes the database at the first time.</summary>
    private static async Task<bool> AnswersAsync(string connectionString, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Timeout=5");
                await connection.OpenAsync(cancellationToken);
                return true;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                await CreateDatabaseAsync(connectionString, cancellationToken);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CannotConnectNow && attempt < 600)
            {
                // Somebody else started it and it is still reading its log.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }
    }

    private static async Task CreateDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"CREATE DATABASE {Database}"), connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
