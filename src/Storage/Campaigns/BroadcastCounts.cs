namespace Outreach.Storage.Campaigns;

/// <summary>How many deliveries of a broadcast are in which state.</summary>
public sealed record BroadcastCounts
{
    public long Pending { get; init; }
    public long Reserved { get; init; }
    public long Sending { get; init; }
    public long Sent { get; init; }
    public long Failed { get; init; }
    public long Skipped { get; init; }
    public long Stopped { get; init; }

    /// <summary>Left in doubt; those that were sent again count as what became of them.</summary>
    public long InDoubt { get; init; }

    public long Total => Pending + Reserved + Sending + Sent + Failed + Skipped + Stopped + InDoubt;
    public long Open => Pending + Reserved + Sending;

    /// <param name="byState">By the state's stored name.</param>
    internal static BroadcastCounts Of(IReadOnlyDictionary<string, long> byState)
    {
        long Of(DeliveryState state) => byState.GetValueOrDefault(state.ToString());
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
    }
}
