using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Outreach.Bot.Tests.EndToEnd.Broadcasts;

/// <summary>The network between a node and its database, which a test can cut.</summary>
internal sealed class DatabaseWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _database;
    private readonly CancellationTokenSource _closing = new();
    private readonly List<(TcpClient Node, TcpClient Database)> _open = [];
    private readonly Lock _lock = new();
    private readonly Task _accepting;
    private TaskCompletionSource _passes = Done();
    private volatile bool _refuses;

    public DatabaseWire(string connectionString)
    {
        _database = new NpgsqlConnectionStringBuilder(connectionString);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The database by this wire.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ConnectionString;

    /// <summary>Nothing comes through and nobody is told: a cable is out. What was on its way comes through after <see cref="Mend"/>.</summary>
    public void Silence() => _passes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Every connection is broken off, on both sides, and no other comes about.</summary>
    public void Break()
    {
        _refuses = true;
        lock (_lock)
        {
            foreach (var (node, database) in _open)
            {
                node.Dispose();
                database.Dispose();
            }

            _open.Clear();
        }
    }

    public void Mend()
    {
        _refuses = false;
        _passes.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Mend();
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        Break();
        _closing.Dispose();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var node = await _listener.AcceptTcpClientAsync(_closing.Token);
                if (_refuses)
                {
                    node.Dispose();
                    continue;
                }

                var database = new TcpClient();
                await database.ConnectAsync(_database.Host!, _database.Port, _closing.Token);
                lock (_lock)
                {
                    _open.Add((node, database));
                }

                _ = PumpAsync(node, database);
                _ = PumpAsync(database, node);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _closing.Token) is var count && count > 0)
            {
                await _passes.Task.WaitAsync(_closing.Token);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _closing.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has gone.
        }

        from.Dispose();
        to.Dispose();
    }
}
