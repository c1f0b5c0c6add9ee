namespace Outreach.Storage.Campaigns;

/// <summary>What became of a delivery that was <see cref="DeliveryState.Sending"/>.</summary>
/// <param name="State">Anything but reserved and sending; pending = to be tried again.</param>
/// <param name="NotBefore">When a pending one may be tried again; null = at once. Within two days: later is taken for a clock that ran ahead.</param>
public sealed record DeliverySettlement(DeliveryKey Key, DeliveryState State, DeliveryCause? Cause = null, DateTimeOffset? NotBefore = null);
