using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Campaigns;

/// <summary>Broadcasts as a whole: their audience, their beginning and end, what staff do with them. Works on PostgreSQL alone.</summary>
public sealed partial class BroadcastControl
{
    /// <summary>For statements over a million rows.</summary>
    private const int LongSeconds = 300;

    private const int SkippedAtOnce = 10_000;
    private const int SkippingRounds = 5;

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly LocalDay _day;

    internal BroadcastControl(NpgsqlDataSource source, TimeProvider time, LocalDay day) => (_source, _time, _day) = (source, time, day);

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Begins a broadcast: makes a row for each recipient and lets it run, in one transaction.</summary>
    /// <param name="reachable">Channels that can be written to unasked.</param>
    /// <returns>How many rows; null when it had begun already, or is not to begin.</returns>
    public Task<int?> PlanAsync(Guid broadcastId, AudienceFilter audience, IReadOnlyCollection<string> reachable, int capDays, CancellationToken cancellationToken) =>
        AloneAsync(connection => PlanAsync(connection, broadcastId, audience, reachable, capDays, cancellationToken), cancellationToken);

    /// <summary>Who would be written to now, and why the others not.</summary>
    /// <param name="quietFrom">Minutes of the day, as in <see cref="Broadcast.QuietFrom"/>; null = no quiet hours but people's own.</param>
    public Task<AudienceEstimate> EstimateAsync(
        AudienceFilter audience, IReadOnlyCollection<string> reachable, int capDays, short? quietFrom, short? quietTo, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        var now = _time.GetUtcNow();
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var command = Command("estimate-audience", connection, [
            SqlArgument.Of(now.UtcDateTime), .. Arguments(audience), SqlArgument.Of(reachable.ToArray()), FreeSince(capDays, now),
            SqlArgument.Of(_day.Minute), SqlArgument.OrNull(quietFrom), SqlArgument.OrNull(quietTo)]);
        var counted = new List<(string Reason, string Channel, string Language, long Count)>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            counted.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt64(3)));
        }

        return AudienceEstimate.Of(counted);
    });

    /// <summary>Ends running broadcasts of which nothing is open any more, and skips what is still open of cancelled ones.</summary>
    /// <returns>Those that ended now.</returns>
    public Task<IReadOnlyList<Guid>> EndFinishedAsync(CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<Guid>>(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await SkipCancelledAsync(connection, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var finished = await ReadIdsAsync(Command("lock-finished", connection), cancellationToken);
        if (finished.Count == 0)
        {
            return [];
        }

        var ended = await ReadIdsAsync(Command("end-broadcasts", connection, SqlArgument.Of(finished.ToArray()), SqlArgument.Of(Now)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ended;
    });

    /// <summary>Pauses a running broadcast.</summary>
    /// <returns>False when it does not run.</returns>
    public Task<bool> PauseAsync(Guid broadcastId, PauseReason reason, CancellationToken cancellationToken) =>
        AloneAsync(connection => PauseAsync(connection, broadcastId, reason, cancellationToken), cancellationToken);

    /// <summary>Lets a paused broadcast run on.</summary>
    /// <returns>False when it is not paused.</returns>
    public Task<bool> ResumeAsync(Guid broadcastId, CancellationToken cancellationToken) =>
        AloneAsync(connection => ResumeAsync(connection, broadcastId, cancellationToken), cancellationToken);

    /// <summary>Lets a broadcast wait for a person's word.</summary>
    /// <returns>False when it is not scheduled any more.</returns>
    public Task<bool> AskAsync(Guid broadcastId, CancellationToken cancellationToken) => AloneAsync(
        connection => ChangeAsync(connection, "UPDATE broadcasts SET state = 'Waiting' WHERE id = $1 AND state = 'Scheduled'", cancellationToken, SqlArgument.Of(broadcastId)),
        cancellationToken);

    /// <summary>Ends a broadcast: what is open is skipped (beyond fifty thousand by <see cref="EndFinishedAsync"/>), what is being sent at this moment ends as it ends.</summary>
    /// <returns>False when it is over already.</returns>
    public async Task<bool> CancelAsync(Guid broadcastId, CancellationToken cancellationToken)
    {
        // Of its own transaction: from here on nothing is sent, however long the rest takes over a million rows.
        var cancelled = await AloneAsync(connection => CancelAsync(connection, broadcastId, cancellationToken), cancellationToken);
        await SkipCancelledAsync(cancellationToken);
        return cancelled;
    }

    /// <summary>Skips what is still open of cancelled broadcasts, at most fifty thousand; <see cref="EndFinishedAsync"/> goes on with it.</summary>
    public Task SkipCancelledAsync(CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await SkipCancelledAsync(connection, cancellationToken);
        return true;
    });

    /// <summary>Puts deliveries of one state back to be sent once more. A broadcast that was done runs again; a cancelled one does not, nor one whose deliveries are gone.</summary>
    /// <param name="state"><see cref="DeliveryState.Failed"/>, <see cref="DeliveryState.Skipped"/> or <see cref="DeliveryState.InDoubt"/>.</param>
    /// <param name="causes">Only those; empty = all.</param>
    /// <returns>How many.</returns>
    public Task<long> RetryAsync(Guid broadcastId, DeliveryState state, IReadOnlyCollection<DeliveryCause> causes, CancellationToken cancellationToken) =>
        AloneAsync(connection => RetryAsync(connection, broadcastId, state, causes, cancellationToken), cancellationToken);

    public Task<BroadcastCounts> CountAsync(Guid broadcastId, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var command = Command("count-deliveries", connection, SqlArgument.Of(broadcastId));
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            counts[rows.GetString(0)] = rows.GetInt64(1);
        }

        return BroadcastCounts.Of(counts);
    });

    private static NpgsqlParameter[] Arguments(AudienceFilter audience) =>
    [
        SqlArgument.Of(audience.Languages.ToArray()),
        SqlArgument.Of(audience.Provinces.ToArray()),
        SqlArgument.Of(audience.Roles.ToArray()),
        SqlArgument.Of(audience.Topics.ToArray()),
        SqlArgument.Of(audience.Channels.ToArray()),
        SqlArgument.OrNull(audience.JoinedBefore),
    ];

    /// <summary>Who got a campaign since then gets no other.</summary>
    private static NpgsqlParameter FreeSince(int capDays, DateTimeOffset now) => SqlArgument.OrNull(capDays == 0 ? null : now.AddDays(-capDays));

    private async Task SkipCancelledAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Nobody waits for a million rows: what is left is skipped at the next second's look.
        for (var round = 0; round < SkippingRounds; round++)
        {
            if (await ExecuteAsync("skip-cancelled", connection, cancellationToken, SqlArgument.Of(Now), SqlArgument.Of(SkippedAtOnce)) < SkippedAtOnce)
            {
                return;
            }
        }
    }

    private static NpgsqlCommand Command(string statement, NpgsqlConnection connection, params NpgsqlParameter[] arguments) =>
        Of(SqlText.Of(statement), connection, arguments);

    private static NpgsqlCommand Of(string sql, NpgsqlConnection connection, params NpgsqlParameter[] arguments)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongSeconds };
        command.Parameters.AddRange(arguments);
        return command;
    }

    private static async Task<int> ExecuteAsync(string statement, NpgsqlConnection connection, CancellationToken cancellationToken, params NpgsqlParameter[] arguments)
    {
        await using var command = Command(statement, connection, arguments);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<Guid>> ReadIdsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var _ = command;
        var ids = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }

    private static async Task<bool> ChangeAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] arguments)
    {
        await using var command = Of(sql, connection, arguments);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
