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
}
