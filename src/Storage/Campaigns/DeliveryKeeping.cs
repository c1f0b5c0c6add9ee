using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Campaigns;

/// <summary>
/// Ends the time of deliveries: their figures stay as counts of the broadcast, their rows go. Counts and mark are written in one
/// transaction before the first row goes, so that every reader at every moment sees the same figures, and after a kill the next round
/// goes on. Any number of nodes may do it at once. Works on PostgreSQL alone.
/// </summary>
public sealed class DeliveryKeeping(StorageStartup storage, TimeProvider time)
{
    /// <summary>For statements over a million rows.</summary>
    private const int LongSeconds = 300;

    /// <summary>Rows that go in one transaction: senders and pages never wait long for it.</summary>
    internal int AtOnce { get; init; } = 5_000;

    /// <param name="keptDays">Rows stay so many days after the end of their broadcast.</param>
    /// <param name="capDays">So many days it stays known when somebody last got a campaign: the most that a campaign may keep free.</param>
    /// <returns>How many broadcasts became counts, and how many rows went.</returns>
    public Task<(int Broadcasts, long Rows)> RunAsync(int keptDays, int capDays, CancellationToken cancellationToken) => ColdPath.RunAsync(async () =>
    {
        var now = time.GetUtcNow();
        var summed = 0;
        foreach (var due in await ReadIdsAsync(
            "SELECT id FROM broadcasts WHERE state IN ('Done', 'Cancelled') AND ended_at <= $1 AND summed_at IS NULL ORDER BY ended_at",
            cancellationToken, SqlArgument.Of(now.AddDays(-keptDays).UtcDateTime)))
        {
            summed += await SumAsync(due, now.AddDays(-keptDays), cancellationToken) ? 1 : 0;
        }

        var (rows, oldest) = (0L, now.AddDays(-capDays));
        foreach (var over in await ReadIdsAsync(
            "SELECT id FROM broadcasts b WHERE summed_at IS NOT NULL AND EXISTS (SELECT 1 FROM deliveries d WHERE d.broadcast_id = b.id) ORDER BY ended_at", cancellationToken))
        {
            while (await DeleteSomeAsync(over, oldest, cancellationToken) is > 0 and var gone)
            {
                rows += gone;
            }
        }

        await ForgetLastSentAsync(oldest, cancellationToken);
        return (summed, rows);
    });

    /// <summary>Writes the counts of a broadcast that ended no later than so, and that from now on they stand for its rows.</summary>
    /// <returns>False when it runs again meanwhile, or somebody was first.</returns>
    internal async Task<bool> SumAsync(Guid broadcastId, DateTimeOffset endedBy, CancellationToken cancellationToken)
    {
        await using var command = Command("sum-deliveries",
            SqlArgument.Of(broadcastId), SqlArgument.Of(time.GetUtcNow().UtcDateTime), SqlArgument.Of(endedBy.UtcDateTime), SqlArgument.Of(BroadcastFigures.LeftSoon));
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <returns>How many rows went; 0 = none is left, or others are at them.</returns>
    internal async Task<long> DeleteSomeAsync(Guid broadcastId, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        await using var command = Command("delete-summed", SqlArgument.Of(broadcastId), SqlArgument.Of(AtOnce), SqlArgument.Of(oldest.UtcDateTime));
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task ForgetLastSentAsync(DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        await using var command = storage.Source.CreateCommand("DELETE FROM last_sent WHERE sent_at <= $1");
        command.CommandTimeout = LongSeconds;
        command.Parameters.Add(SqlArgument.Of(oldest.UtcDateTime));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string statement, params NpgsqlParameter[] arguments)
    {
        var command = storage.Source.CreateCommand(SqlText.Of(statement));
        command.CommandTimeout = LongSeconds;
        command.Parameters.AddRange(arguments);
        return command;
    }

    private async Task<IReadOnlyList<Guid>> ReadIdsAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] arguments)
    {
        await using var command = storage.Source.CreateCommand(sql);
        command.CommandTimeout = LongSeconds;
        command.Parameters.AddRange(arguments);
        var ids = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }
}
