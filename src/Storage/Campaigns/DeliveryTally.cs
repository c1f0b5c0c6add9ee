namespace Outreach.Storage.Campaigns;

/// <summary>How many deliveries of a broadcast ended alike.</summary>
/// <param name="Cause">Null where there is nothing to say.</param>
/// <param name="Hour">In which hour (UTC) they were settled; null while they are open.</param>
public sealed record DeliveryTally(DeliveryState State, DeliveryCause? Cause, string Channel, DateTimeOffset? Hour, long Count);
