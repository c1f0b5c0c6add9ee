using Npgsql;
using Outreach.Storage.Sql;
using Outreach.Storage.Subscribers;

namespace Outreach.Storage.Campaigns;

/// <summary>Counts of what became of broadcasts, never of whom. Works on PostgreSQL alone.</summary>
public sealed class BroadcastFigures(StorageStartup storage)
{
    /// <summary>Who leaves later than so after a message did hardly leave because of it.</summary>
    public static readonly TimeSpan LeftSoon = TimeSpan.FromDays(3);

    /// <summary>For statements over a million rows.</summary>
    private const int LongSeconds = 300;

    /// <summary>All deliveries of a broadcast by how they ended, on which channel and when.</summary>
    public Task<IReadOnlyList<DeliveryTally>> TallyAsync(Guid broadcastId, CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyList<DeliveryTally>>(async () =>
    {
        await using var command = storage.Source.CreateCommand(SqlText.Of("tally-deliveries"));
        command.CommandTimeout = LongSeconds;
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = broadcastId });
        var tallies = new List<DeliveryTally>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            tallies.Add(new DeliveryTally(
                Enum.Parse<DeliveryState>(rows.GetString(0)),
                await rows.IsDBNullAsync(1, cancellationToken) ? null : Enum.Parse<DeliveryCause>(rows.GetString(1)),
                rows.GetString(2),
                await rows.IsDBNullAsync(3, cancellationToken) ? null : new DateTimeOffset(rows.GetDateTime(3), TimeSpan.Zero),
                rows.GetInt64(4)));
        }

        return tallies;
    });

    /// <summary>How many of those who got a broadcast withdrew within <see cref="LeftSoon"/>, by the reason.</summary>
    public Task<IReadOnlyDictionary<Withdrawal, long>> CountLeftAsync(Guid broadcastId, CancellationToken cancellationToken) => ColdPath.RunAsync<IReadOnlyDictionary<Withdrawal, long>>(async () =>
    {
        await using var command = storage.Source.CreateCommand(SqlText.Of("count-left-after"));
        command.CommandTimeout = LongSeconds;
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = broadcastId });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = LeftSoon });
        var left = new Dictionary<Withdrawal, long>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            left[Enum.Parse<Withdrawal>(rows.GetString(0))] = rows.GetInt64(1);
        }

        return left;
    });
}
