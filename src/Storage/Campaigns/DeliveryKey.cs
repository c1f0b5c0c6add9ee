namespace Outreach.Storage.Campaigns;

/// <summary>Which delivery.</summary>
public readonly record struct DeliveryKey(Guid BroadcastId, Guid SubscriberId);
