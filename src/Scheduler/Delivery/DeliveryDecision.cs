using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>What is to become of a delivery after its call.</summary>
/// <param name="NotBefore">When a pending one may be tried again; null = at once.</param>
internal sealed record DeliveryDecision(DeliveryState State, DeliveryCause? Cause = null, DateTimeOffset? NotBefore = null)
{
    /// <summary>Why the whole broadcast is to stand still; null = it goes on.</summary>
    public PauseReason? Pauses { get; init; }

    /// <summary>It may have arrived: staff see it in the list of doubts.</summary>
    public bool IsDoubt => Cause == DeliveryCause.Unanswered;

    public DeliverySettlement Of(DeliveryKey key) => new(key, State, Cause, NotBefore);
}
