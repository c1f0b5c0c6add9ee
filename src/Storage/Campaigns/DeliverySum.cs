namespace Outreach.Storage.Campaigns;

/// <summary>How many deliveries of a broadcast ended alike; what is left of them when their rows are gone.</summary>
public sealed class DeliverySum
{
    public required Guid BroadcastId { get; init; }

    /// <summary>From 1, within the broadcast.</summary>
    public required int Number { get; init; }

    public DeliveryState State { get; init; }
    public DeliveryCause? Cause { get; init; }
    public required string Channel { get; init; }

    /// <summary>In which hour they were settled; null where nobody knows.</summary>
    public DateTimeOffset? Hour { get; init; }

    public long Count { get; init; }
}
