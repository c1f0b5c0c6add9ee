using Microsoft.EntityFrameworkCore;
using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Campaigns;

/// <summary>
/// The steps that people take, each also inside a transaction of the caller's: what is written with it, as the line of the audit, is there
/// with the step or neither is.
/// </summary>
public sealed partial class BroadcastControl
{
    /// <inheritdoc cref="PlanAsync(Guid, AudienceFilter, IReadOnlyCollection{string}, int, CancellationToken)"/>
    /// <param name="db">A transaction is open on it.</param>
    public Task<int?> PlanAsync(
        OutreachDb db, Guid broadcastId, AudienceFilter audience, IReadOnlyCollection<string> reachable, int capDays, CancellationToken cancellationToken) =>
        WithinAsync(db, connection => PlanAsync(connection, broadcastId, audience, reachable, capDays, cancellationToken));

    /// <inheritdoc cref="PauseAsync(Guid, PauseReason, CancellationToken)"/>
    /// <param name="db">A transaction is open on it.</param>
    public static Task<bool> PauseAsync(OutreachDb db, Guid broadcastId, PauseReason reason, CancellationToken cancellationToken) =>
        WithinAsync(db, connection => PauseAsync(connection, broadcastId, reason, cancellationToken));

    /// <inheritdoc cref="ResumeAsync(Guid, CancellationToken)"/>
    /// <param name="db">A transaction is open on it.</param>
    public static Task<bool> ResumeAsync(OutreachDb db, Guid broadcastId, CancellationToken cancellationToken) =>
        WithinAsync(db, connection => ResumeAsync(connection, broadcastId, cancellationToken));

    /// <summary>Ends a broadcast. What is open of it is to be skipped after the commit (<see cref="SkipCancelledAsync(CancellationToken)"/>).</summary>
    /// <param name="db">A transaction is open on it.</param>
    /// <returns>False when it is over already.</returns>
    public Task<bool> CancelAsync(OutreachDb db, Guid broadcastId, CancellationToken cancellationToken) =>
        WithinAsync(db, connection => CancelAsync(connection, broadcastId, cancellationToken));

    /// <inheritdoc cref="RetryAsync(Guid, DeliveryState, IReadOnlyCollection{DeliveryCause}, CancellationToken)"/>
    /// <param name="db">A transaction is open on it.</param>
    public static Task<long> RetryAsync(
        OutreachDb db, Guid broadcastId, DeliveryState state, IReadOnlyCollection<DeliveryCause> causes, CancellationToken cancellationToken) =>
        WithinAsync(db, connection => RetryAsync(connection, broadcastId, state, causes, cancellationToken));

    private static Task<bool> PauseAsync(NpgsqlConnection connection, Guid broadcastId, PauseReason reason, CancellationToken cancellationToken) => ChangeAsync(
        connection, "UPDATE broadcasts SET state = 'Paused', paused_because = $2 WHERE id = $1 AND state = 'Running'",
        cancellationToken, SqlArgument.Of(broadcastId), SqlArgument.Of(reason.ToString()));

    private static Task<bool> ResumeAsync(NpgsqlConnection connection, Guid broadcastId, CancellationToken cancellationToken) => ChangeAsync(
        connection, "UPDATE broadcasts SET state = 'Running', paused_because = NULL WHERE id = $1 AND state = 'Paused'", cancellationToken, SqlArgument.Of(broadcastId));

    private async Task<bool> CancelAsync(NpgsqlConnection connection, Guid broadcastId, CancellationToken cancellationToken) =>
        await ExecuteAsync("cancel-broadcast", connection, cancellationToken, SqlArgument.Of(broadcastId), SqlArgument.Of(Now)) == 1;

    private async Task<int?> PlanAsync(
        NpgsqlConnection connection, Guid broadcastId, AudienceFilter audience, IReadOnlyCollection<string> reachable, int capDays, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await using var begin = Command("begin-broadcast", connection, SqlArgument.Of(broadcastId), SqlArgument.Of(now.UtcDateTime), SqlArgument.Of(audience.Topics.ToArray()));
        if (await begin.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return null;
        }

        await using var plan = Command("plan-deliveries", connection, [
            SqlArgument.Of(broadcastId), SqlArgument.Of(now.UtcDateTime), .. Arguments(audience), SqlArgument.Of(reachable.ToArray()), FreeSince(capDays, now)]);
        return await plan.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> RetryAsync(
        NpgsqlConnection connection, Guid broadcastId, DeliveryState state, IReadOnlyCollection<DeliveryCause> causes, CancellationToken cancellationToken)
    {
        if (state is not (DeliveryState.Failed or DeliveryState.Skipped or DeliveryState.InDoubt))
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "Only what failed, was skipped or is in doubt is sent once more.");
        }

        var found = await ReadIdsAsync(
            Of("SELECT id FROM broadcasts WHERE id = $1 AND state IN ('Running', 'Paused', 'Done') AND summed_at IS NULL FOR UPDATE", connection, SqlArgument.Of(broadcastId)), cancellationToken);
        if (found.Count == 0)
        {
            return 0;
        }

        var again = await ExecuteAsync(
            "retry-deliveries", connection, cancellationToken,
            SqlArgument.Of(broadcastId), SqlArgument.Of(state.ToString()), SqlArgument.Of(causes.Select(cause => cause.ToString()).ToArray()));
        if (again > 0)
        {
            await ChangeAsync(connection, "UPDATE broadcasts SET state = 'Running', ended_at = NULL WHERE id = $1 AND state = 'Done'", cancellationToken, SqlArgument.Of(broadcastId));
        }

        return again;
    }

    /// <summary>In a transaction of its own.</summary>
    private Task<T> AloneAsync<T>(Func<NpgsqlConnection, Task<T>> step, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var done = await step(connection);
        await transaction.CommitAsync(cancellationToken);
        return done;
    });

    private static Task<T> WithinAsync<T>(OutreachDb db, Func<NpgsqlConnection, Task<T>> step) => db.Database.CurrentTransaction is null
        ? throw new InvalidOperationException("Open a transaction first: this step belongs to one.")
        : ColdPath.RunAsync(() => step((NpgsqlConnection)db.Database.GetDbConnection()));
}
