using Npgsql;
using Outreach.Storage.Sql;

namespace Outreach.Storage.Campaigns;

/// <summary>One group commit of the sender: what many workers settle and begin, as few statements.</summary>
internal static class DeliveryBatch
{
    /// <summary>Statements that begin return broadcast, subscriber and state; those that settle return nothing.</summary>
    public static void Fill(NpgsqlBatch batch, IReadOnlyList<DeliveryWork> works, DateTime now, short minute)
    {
        var leases = works.GroupBy(work => (work.Channel, work.Fence)).ToList();
        foreach (var lease in leases)
        {
            AddSettlements(batch, [.. lease.Select(work => work.Before).OfType<DeliverySettlement>()], lease.Key.Fence, now);
        }

        // Last: they hold the lease's row, and whoever wants to take the lease waits until this batch is over.
        foreach (var lease in leases)
        {
            AddBeginnings(batch, [.. lease.Select(work => work.Next).OfType<DeliveryKey>()], lease.Key.Channel, lease.Key.Fence, now, minute);
        }
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
                SqlArgument.Of(settled.Select(s => s.Key.BroadcastId).ToArray()),
                SqlArgument.Of(settled.Select(s => s.Key.SubscriberId).ToArray()),
                SqlArgument.Of(settled.Select(s => s.State.ToString()).ToArray()),
                SqlArgument.Of(settled.Select(s => s.Cause?.ToString()).ToArray()),
                SqlArgument.OrNull([.. settled.Select(s => s.NotBefore)]),
                SqlArgument.Of(fence),
                SqlArgument.Of(now),
            },
        });
    }

    private static void AddBeginnings(NpgsqlBatch batch, List<DeliveryKey> next, string channel, long fence, DateTime now, short minute)
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
                SqlArgument.Of(next.Select(key => key.BroadcastId).ToArray()),
                SqlArgument.Of(next.Select(key => key.SubscriberId).ToArray()),
                SqlArgument.Of(channel),
                SqlArgument.Of(fence),
                SqlArgument.Of(now),
                SqlArgument.Of(minute),
            },
        });
    }

    /// <summary>The same order everywhere: two batches then take their locks in the same order.</summary>
    private static int Compare(DeliveryKey a, DeliveryKey b) =>
        a.BroadcastId.CompareTo(b.BroadcastId) is not 0 and var order ? order : a.SubscriberId.CompareTo(b.SubscriberId);
}
