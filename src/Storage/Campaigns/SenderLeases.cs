using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Campaigns;

/// <summary>
/// Takes and keeps the right to send on a channel, over a connection of its own: while the database sees that connection alive
/// nobody else takes the lease before it runs out, and when it is gone anybody takes it at once.
/// </summary>
public sealed class SenderLeases(NpgsqlDataSource source) : IAsyncDisposable
{
    /// <summary>How long a lease lasts unrenewed: so long a sender that hangs holds up the others.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10);

    /// <summary>What <see cref="Lasts"/> is in tests.</summary>
    internal TimeSpan LastsHere { get; init; } = Lasts;

    private readonly Guid _holder = Guid.NewGuid();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private NpgsqlConnection? _connection;

    /// <summary>Takes the lease, or renews ours.</summary>
    /// <returns>Its fence; null when another node has it.</returns>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public async Task<long?> TryTakeAsync(string channel, CancellationToken cancellationToken) =>
        (await TryTakeAsync(channel, TimeSpan.Zero, cancellationToken))?.Fence;

    /// <summary>Takes the lease, or renews ours, and writes down with it for how long the channel wants to hear nothing.</summary>
    /// <param name="silence">What this node knows of; a longer one that is written down stays.</param>
    /// <returns>Null when another node has it.</returns>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public async Task<TakenLease?> TryTakeAsync(string channel, TimeSpan silence, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await ColdPath.RunAsync<TakenLease?>(async () =>
            {
                _connection ??= await source.OpenConnectionAsync(cancellationToken);
                await using var command = new NpgsqlCommand(SqlText.Of("take-sender-lease"), _connection) { CommandTimeout = (int)(Lasts / 2).TotalSeconds };
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel });
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = _holder });
                command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = LastsHere.TotalSeconds });
                command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = silence.TotalSeconds });
                await using var row = await command.ExecuteReaderAsync(cancellationToken);
                return await row.ReadAsync(cancellationToken) ? new TakenLease(row.GetInt64(0), TimeSpan.FromSeconds(row.GetDouble(1))) : null;
            });
        }
        catch
        {
            // Whatever it was: the next try begins with a connection that is sound.
            await DropConnectionAsync();
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Writes down that the channel wants to hear nothing for so long, at once: the node that takes over from us may have to know it before our next renewal. No-op when the lease is not ours.</summary>
    public async Task KeepSilentAsync(string channel, TimeSpan silence, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(SqlText.Of("keep-sender-silent"));
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = _holder });
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = silence.TotalSeconds });
        await ColdPath.RunAsync(() => command.ExecuteNonQueryAsync(cancellationToken));
    }

    /// <summary>Gives the lease back, so that another node need not wait. No-op when it is not ours.</summary>
    public async Task LeaveAsync(string channel, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(SqlText.Of("leave-sender-lease"));
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = _holder });
        await ColdPath.RunAsync(() => command.ExecuteNonQueryAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await DropConnectionAsync();
        _oneAtATime.Dispose();
    }

    private async Task DropConnectionAsync()
    {
        if (_connection is { } gone)
        {
            _connection = null;
            await gone.DisposeAsync();
        }
    }
}
