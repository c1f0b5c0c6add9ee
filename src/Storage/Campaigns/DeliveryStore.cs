using Npgsql;
using NpgsqlTypes;
using Outreach.Storage.Sql;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Campaigns;

/// <summary>
/// Deliveries in PostgreSQL, all of it set-based. One sender a channel at a time: what it writes carries its fence, and under a
/// lease that is over nothing is written. Works on PostgreSQL alone.
/// </summary>
public sealed class DeliveryStore : IAsyncDisposable, IDisposable
{
    private const int MaxBatch = 1000;
    private const int Capacity = 4096;

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly LocalDay _day;
    private readonly BatchLoop<DeliveryWork, bool> _writer;

    internal DeliveryStore(NpgsqlDataSource source, TimeProvider time, LocalDay day)
    {
        (_source, _time, _day) = (source, time, day);
        _writer = new BatchLoop<DeliveryWork, bool>(WriteAsync, source.Clear, MaxBatch, Capacity);
    }

    /// <summary>Begins a broadcast: makes a row for each recipient and lets it run, in one statement.</summary>
    /// <param name="reachable">Channels that can be written to unasked.</param>
    /// <returns>How many rows; null when it had begun already, or is not to begin.</returns>
    public Task<int?> PlanAsync(
        Guid broadcastId, AudienceFilter audience, IReadOnlyCollection<string> reachable, int capDays, CancellationToken cancellationToken) => ColdPath.RunAsync<int?>(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = _time.GetUtcNow().UtcDateTime;
        var recent = await FindRecentAsync(connection, capDays, now, broadcastId, cancellationToken);
        await using var command = new NpgsqlCommand(SqlText.Of("plan-deliveries"), connection) { CommandTimeout = LongSeconds };
        command.Parameters.Add(Parameter(broadcastId));
        command.Parameters.Add(Parameter(now));
        AddAudience(command, audience);
        command.Parameters.Add(Parameter(reachable.ToArray()));
        command.Parameters.Add(Parameter(recent));
        var rows = await command.ExecuteNonQueryAsync(cancellationToken);
        await using var begun = new NpgsqlCommand("SELECT state = 'Running' AND started_at = $2 FROM broadcasts WHERE id = $1", connection);
        begun.Parameters.Add(Parameter(broadcastId));
        begun.Parameters.Add(Parameter(now));
        var ours = await begun.ExecuteScalarAsync(cancellationToken) is true;
        await transaction.CommitAsync(cancellationToken);
        return ours ? Math.Max(rows, 0) : null;
    });

    /// <summary>Who would be written to now, and why the others not.</summary>
    /// <param name="quietFrom">Minutes of the day, as in <see cref="Broadcast.QuietFrom"/>; null = no quiet hours but people's own.</param>
    public Task<AudienceEstimate> EstimateAsync(
        AudienceFilter audience, IReadOnlyCollection<string> reachable, int capDays, short? quietFrom, short? quietTo, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        var recent = await FindRecentAsync(connection, capDays, _time.GetUtcNow().UtcDateTime, Guid.Empty, cancellationToken);
        await using var command = new NpgsqlCommand(SqlText.Of("estimate-audience"), connection) { CommandTimeout = LongSeconds };
        AddAudience(command, audience);
        command.Parameters.Add(Parameter(reachable.ToArray()));
        command.Parameters.Add(Parameter(recent));
        command.Parameters.Add(Parameter(_day.Minute));
        command.Parameters.Add(new NpgsqlParameter<short?> { TypedValue = quietFrom, NpgsqlDbType = NpgsqlDbType.Smallint });
        command.Parameters.Add(new NpgsqlParameter<short?> { TypedValue = quietTo, NpgsqlDbType = NpgsqlDbType.Smallint });
        var counted = new List<(string Reason, string Channel, string Language, long Count)>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            counted.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt64(3)));
        }

        long Of(string reason) => counted.Where(row => row.Reason == reason).Sum(row => row.Count);
        var eligible = counted.Where(row => row.Reason is "Eligible" or "Quiet").ToList();
        return new AudienceEstimate
        {
            Eligible = eligible.Sum(row => row.Count),
            Quiet = Of("Quiet"),
            OptedOut = Of("OptedOut"),
            Blocked = Of("Blocked"),
            Capped = Of("Capped"),
            ChannelClosed = Of("ChannelClosed"),
            ByChannel = eligible.GroupBy(row => row.Channel).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            ByLanguage = eligible.GroupBy(row => row.Language).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
        };
    });

    /// <summary>Takes the next deliveries of running broadcasts into the sender's hands. None under a lease that is over.</summary>
    public Task<IReadOnlyList<ReservedDelivery>> ReserveAsync(string channel, long fence, int limit, CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<ReservedDelivery>>(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of("reserve-deliveries"));
        command.Parameters.Add(Parameter(channel));
        command.Parameters.Add(Parameter(fence));
        command.Parameters.Add(Parameter(_time.GetUtcNow().UtcDateTime));
        command.Parameters.Add(Parameter(_day.Minute));
        command.Parameters.Add(Parameter(limit));
        var reserved = new List<ReservedDelivery>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            reserved.Add(new ReservedDelivery
            {
                Key = new DeliveryKey(rows.GetGuid(0), rows.GetGuid(1)),
                Address = await rows.IsDBNullAsync(2, cancellationToken) ? null : rows.GetFieldValue<byte[]>(2),
                Language = rows.GetString(3),
                Attempts = rows.GetInt16(4),
            });
        }

        return reserved;
    });

    /// <summary>
    /// In the next group commit: settles what this worker sent before, and writes that it now sends another. What was asked when it was
    /// reserved is asked again: does the broadcast run, is the consent in force, is the person's pause kept, is the lease ours.
    /// </summary>
    /// <returns>Whether it may be sent now. When not, its row says why.</returns>
    /// <exception cref="StoreUnavailableException">The database is away. Nothing was written: <paramref name="before"/> must be given again.</exception>
    public Task<bool> BeginAsync(string channel, long fence, DeliveryKey next, DeliverySettlement? before, CancellationToken cancellationToken) =>
        _writer.AddAsync(new DeliveryWork(channel, fence, before, next), cancellationToken);

    /// <summary>Settles what was sent, in the next group commit.</summary>
    /// <exception cref="StoreUnavailableException">The database is away; nothing was written.</exception>
    public Task SettleAsync(string channel, long fence, DeliverySettlement before, CancellationToken cancellationToken) =>
        _writer.AddAsync(new DeliveryWork(channel, fence, before, null), cancellationToken);

    /// <summary>Takes over what senders before <paramref name="fence"/> left behind; what they were sending is in doubt from now on.</summary>
    /// <returns>How many rows there were.</returns>
    public Task<int> TakeOverAsync(string channel, long fence, CancellationToken cancellationToken) =>
        ExecuteAsync("take-over-deliveries", cancellationToken, Parameter(channel), Parameter(fence), Parameter(_time.GetUtcNow().UtcDateTime));

    /// <summary>Gives back what is reserved and was not begun.</summary>
    public Task<int> ReleaseAsync(string channel, long fence, CancellationToken cancellationToken) =>
        ExecuteAsync("release-deliveries", cancellationToken, Parameter(channel), Parameter(fence));

    /// <summary>Ends running broadcasts of which nothing is open any more.</summary>
    /// <returns>Those that ended now.</returns>
    public Task<IReadOnlyList<Guid>> EndFinishedAsync(CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<Guid>>(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of("end-broadcasts"));
        command.Parameters.Add(Parameter(_time.GetUtcNow().UtcDateTime));
        var ended = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            ended.Add(rows.GetGuid(0));
        }

        return ended;
    });

    /// <summary>Pauses a running broadcast.</summary>
    /// <returns>False when it does not run.</returns>
    public async Task<bool> PauseAsync(Guid broadcastId, PauseReason reason, CancellationToken cancellationToken) => await RunOneAsync(
        "UPDATE broadcasts SET state = 'Paused', paused_because = $2 WHERE id = $1 AND state = 'Running'",
        cancellationToken, Parameter(broadcastId), Parameter(reason.ToString())) == 1;

    /// <summary>Lets a paused broadcast run on.</summary>
    /// <returns>False when it is not paused.</returns>
    public async Task<bool> ResumeAsync(Guid broadcastId, CancellationToken cancellationToken) => await RunOneAsync(
        "UPDATE broadcasts SET state = 'Running', paused_because = NULL WHERE id = $1 AND state = 'Paused'",
        cancellationToken, Parameter(broadcastId)) == 1;

    /// <summary>Lets a broadcast wait for a person's word.</summary>
    /// <returns>False when it is not scheduled any more.</returns>
    public async Task<bool> AskAsync(Guid broadcastId, CancellationToken cancellationToken) => await RunOneAsync(
        "UPDATE broadcasts SET state = 'Waiting' WHERE id = $1 AND state = 'Scheduled'", cancellationToken, Parameter(broadcastId)) == 1;

    /// <summary>Ends a broadcast: what is open is skipped, what is being sent at this moment ends as it ends.</summary>
    /// <returns>False when it is over already.</returns>
    public Task<bool> CancelAsync(Guid broadcastId, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of("cancel-broadcast"));
        command.CommandTimeout = LongSeconds;
        command.Parameters.Add(Parameter(broadcastId));
        command.Parameters.Add(Parameter(_time.GetUtcNow().UtcDateTime));
        return await command.ExecuteScalarAsync(cancellationToken) is > 0L;
    });

    /// <summary>Puts deliveries of one state (failed, skipped, in doubt) back to be sent once more.</summary>
    /// <param name="causes">Only those; empty = all.</param>
    /// <returns>How many.</returns>
    public Task<long> RetryAsync(Guid broadcastId, DeliveryState state, IReadOnlyCollection<DeliveryCause> causes, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of("retry-deliveries"));
        command.CommandTimeout = LongSeconds;
        command.Parameters.Add(Parameter(broadcastId));
        command.Parameters.Add(Parameter(state.ToString()));
        command.Parameters.Add(Parameter(causes.Select(cause => cause.ToString()).ToArray()));
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    });

    public Task<BroadcastCounts> CountAsync(Guid broadcastId, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var command = _source.CreateCommand(SqlText.Of("count-deliveries"));
        command.CommandTimeout = LongSeconds;
        command.Parameters.Add(Parameter(broadcastId));
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            counts[rows.GetString(0)] = rows.GetInt64(1);
        }

        long Of(DeliveryState state) => counts.GetValueOrDefault(state.ToString());
        return new BroadcastCounts
        {
            Pending = Of(DeliveryState.Pending),
            Reserved = Of(DeliveryState.Reserved),
            Sending = Of(DeliveryState.Sending),
            Sent = Of(DeliveryState.Sent),
            Failed = Of(DeliveryState.Failed),
            Skipped = Of(DeliveryState.Skipped),
            Stopped = Of(DeliveryState.Stopped),
            InDoubt = Of(DeliveryState.InDoubt),
        };
    });

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>For a host that only knows how to dispose and wait.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>For statements over a million rows.</summary>
    private const int LongSeconds = 300;

    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<DeliveryWork> works)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = connection.CreateBatch();
        foreach (var lease in works.GroupBy(work => (work.Channel, work.Fence)))
        {
            AddSettlements(batch, [.. lease.Select(work => work.Before).OfType<DeliverySettlement>()], lease.Key.Fence, now);
            AddBeginnings(batch, [.. lease.Select(work => work.Next).OfType<DeliveryKey>()], lease.Key.Channel, lease.Key.Fence, now);
        }

        var begun = new HashSet<DeliveryKey>();
        await using var rows = await batch.ExecuteReaderAsync();
        do
        {
            while (rows.FieldCount == 3 && await rows.ReadAsync())
            {
                if (rows.GetString(2) == nameof(DeliveryState.Sending))
                {
                    begun.Add(new DeliveryKey(rows.GetGuid(0), rows.GetGuid(1)));
                }
            }
        }
        while (await rows.NextResultAsync());
        return [.. works.Select(work => work.Next is not { } next || begun.Contains(next))];
    }

    private static void AddSettlements(NpgsqlBatch batch, List<DeliverySettlement> settled, long fence, DateTime now)
    {
        if (settled.Count == 0)
        {
            return;
        }

        settled.Sort((a, b) => Compare(a.Key, b.Key));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SqlText.Of("settle-deliveries"))
        {
            Parameters =
            {
                Parameter(settled.Select(s => s.Key.BroadcastId).ToArray()),
                Parameter(settled.Select(s => s.Key.SubscriberId).ToArray()),
                Parameter(settled.Select(s => s.State.ToString()).ToArray()),
                Parameter(settled.Select(s => s.Cause?.ToString()).ToArray()),
                new NpgsqlParameter<DateTime?[]> { TypedValue = [.. settled.Select(s => s.NotBefore?.UtcDateTime)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
                Parameter(fence),
                Parameter(now),
            },
        });
    }

    private static void AddBeginnings(NpgsqlBatch batch, List<DeliveryKey> next, string channel, long fence, DateTime now)
    {
        if (next.Count == 0)
        {
            return;
        }

        next.Sort(Compare);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SqlText.Of("begin-deliveries"))
        {
            Parameters =
            {
                Parameter(next.Select(key => key.BroadcastId).ToArray()),
                Parameter(next.Select(key => key.SubscriberId).ToArray()),
                Parameter(channel),
                Parameter(fence),
                Parameter(now),
            },
        });
    }

    /// <summary>The same order everywhere: two batches then take their locks in the same order.</summary>
    private static int Compare(DeliveryKey a, DeliveryKey b) =>
        a.BroadcastId.CompareTo(b.BroadcastId) is not 0 and var order ? order : a.SubscriberId.CompareTo(b.SubscriberId);

    private static async Task<Guid[]> FindRecentAsync(NpgsqlConnection connection, int capDays, DateTime now, Guid except, CancellationToken cancellationToken)
    {
        if (capDays == 0)
        {
            return [];
        }

        // Also those that began earlier and still ran within these days.
        await using var command = new NpgsqlCommand("SELECT coalesce(array_agg(id), '{}') FROM broadcasts WHERE coalesce(ended_at, $1) >= $1 - make_interval(days => $2) AND started_at IS NOT NULL AND id <> $3", connection);
        command.Parameters.Add(Parameter(now));
        command.Parameters.Add(Parameter(capDays));
        command.Parameters.Add(Parameter(except));
        return (Guid[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static void AddAudience(NpgsqlCommand command, AudienceFilter audience)
    {
        command.Parameters.Add(Parameter(audience.Languages.ToArray()));
        command.Parameters.Add(Parameter(audience.Provinces.ToArray()));
        command.Parameters.Add(Parameter(audience.Roles.ToArray()));
        command.Parameters.Add(Parameter(audience.Topics.ToArray()));
        command.Parameters.Add(Parameter(audience.Channels.ToArray()));
        command.Parameters.Add(new NpgsqlParameter<DateTime?> { TypedValue = audience.JoinedBefore?.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
    }

    private Task<int> ExecuteAsync(string statement, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) =>
        RunOneAsync(SqlText.Of(statement), cancellationToken, parameters);

    private Task<int> RunOneAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) => ColdPath.RunAsync(async () =>
    {
        await using var command = _source.CreateCommand(sql);
        command.CommandTimeout = LongSeconds;
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    });

    private static NpgsqlParameter<T> Parameter<T>(T value) => new() { TypedValue = value };
}
