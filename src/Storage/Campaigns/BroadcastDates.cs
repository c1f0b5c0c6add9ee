using Microsoft.EntityFrameworkCore;
using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Campaigns;

/// <summary>Plans broadcasts once, however many nodes plan them. Works on PostgreSQL alone.</summary>
public sealed class BroadcastDates(StorageStartup storage, TimeProvider time)
{
    /// <summary>Adds the next broadcast of a campaign that is started, unless it is there.</summary>
    /// <param name="due">The day its rule gave it: the same day is not planned twice, even where two nodes know other holidays.</param>
    public Task<bool> TryAddAsync(Broadcast broadcast, DateOnly due, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var connection = await storage.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // The campaign's row keeps the others waiting; what they added meanwhile is then seen by the second statement.
        await using var hold = new NpgsqlCommand("SELECT state = 'Started' FROM campaigns WHERE id = $1 FOR UPDATE", connection);
        hold.Parameters.Add(SqlArgument.Of(broadcast.CampaignId));
        if (await hold.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return false;
        }

        await using var add = new NpgsqlCommand(SqlText.Of("add-broadcast"), connection);
        add.Parameters.AddRange(new NpgsqlParameter[]
        {
            SqlArgument.Of(broadcast.Id), SqlArgument.Of(broadcast.CampaignId), SqlArgument.Of(broadcast.PlannedAt.UtcDateTime), SqlArgument.Of(broadcast.State.ToString()), SqlArgument.Of(broadcast.Plan),
            SqlArgument.OrNull(broadcast.QuietFrom), SqlArgument.OrNull(broadcast.QuietTo),
            SqlArgument.Of(broadcast.CapDays), SqlArgument.Of(broadcast.ListsDoubts), SqlArgument.Of(due.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
        });
        var added = await add.ExecuteNonQueryAsync(cancellationToken) == 1;
        await transaction.CommitAsync(cancellationToken);
        return added;
    });

    /// <summary>Gives a broadcast that has not begun another date, or another state there: holidays were mended.</summary>
    /// <returns>False when it is no longer as it was.</returns>
    public Task<bool> MoveAsync(Broadcast was, DateTimeOffset plannedAt, BroadcastState state, string plan, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var connection = await storage.Source.OpenConnectionAsync(cancellationToken);
        return await MoveAsync(connection, was, plannedAt, state, plan, cancellationToken);
    });

    /// <summary>The same inside the transaction that is open on <paramref name="db"/>.</summary>
    public static Task<bool> MoveAsync(OutreachDb db, Broadcast was, DateTimeOffset plannedAt, BroadcastState state, string plan, CancellationToken cancellationToken) =>
        ColdPath.RunAsync(() => MoveAsync((NpgsqlConnection)db.Database.GetDbConnection(), was, plannedAt, state, plan, cancellationToken));

    /// <summary>A campaign of which nothing is open and nothing will come is done.</summary>
    public Task<bool> EndCampaignAsync(Guid campaignId, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var command = storage.Source.CreateCommand(SqlText.Of("end-campaign"));
        command.Parameters.AddRange(new NpgsqlParameter[] { SqlArgument.Of(campaignId), SqlArgument.Of(time.GetUtcNow().UtcDateTime) });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    });

    /// <summary>Something of a campaign that was done is sent once more; inside the transaction that is open on <paramref name="db"/>.</summary>
    public Task<bool> ReopenCampaignAsync(OutreachDb db, Guid campaignId, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        await using var command = new NpgsqlCommand(
            "UPDATE campaigns SET state = 'Started', version = version + 1, changed_at = $2 WHERE id = $1 AND state = 'Done'", (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.AddRange(new NpgsqlParameter[] { SqlArgument.Of(campaignId), SqlArgument.Of(time.GetUtcNow().UtcDateTime) });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    });

    private static async Task<bool> MoveAsync(NpgsqlConnection connection, Broadcast was, DateTimeOffset plannedAt, BroadcastState state, string plan, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SqlText.Of("move-broadcast"), connection);
        command.Parameters.AddRange(new NpgsqlParameter[] { SqlArgument.Of(was.Id), SqlArgument.Of(was.PlannedAt.UtcDateTime), SqlArgument.Of(was.State.ToString()), SqlArgument.Of(plannedAt.UtcDateTime), SqlArgument.Of(state.ToString()), SqlArgument.Of(plan) });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
