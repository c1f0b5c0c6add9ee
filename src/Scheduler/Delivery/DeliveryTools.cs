using Outreach.Storage.Campaigns;
using Outreach.Storage.Keys;

namespace Outreach.Scheduler.Delivery;

/// <summary>What every session of the sender works with.</summary>
internal sealed record DeliveryTools(
    DeliveryStore Store, BroadcastControl Control, RunningBroadcasts Broadcasts, KeyRing Keys, LeaseKeeper Leases, SenderState State, SenderBell Bell);
