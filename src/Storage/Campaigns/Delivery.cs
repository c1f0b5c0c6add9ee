namespace Outreach.Storage.Campaigns;

/// <summary>One recipient of one broadcast. Without an address: that is read from the subscriber when it is reserved.</summary>
public sealed class Delivery
{
    public required Guid BroadcastId { get; init; }

    /// <summary>Not a foreign key: who asks to be forgotten is gone at once, and the count of what was sent stays.</summary>
    public required Guid SubscriberId { get; init; }

    public required string Channel { get; init; }
    public DeliveryState State { get; init; }

    /// <summary>Why, where <see cref="State"/> is failed, skipped, stopped or in doubt.</summary>
    public DeliveryCause? Cause { get; init; }

    /// <summary>How often the channel was asked.</summary>
    public short Attempts { get; init; }

    /// <summary>The lease under which it was reserved; see <see cref="SenderLease.Fence"/>.</summary>
    public long? Fence { get; init; }

    /// <summary>Of a pending one: when it is due. <see cref="DateTimeOffset.MinValue"/> = at once, whatever the clock says.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When it was found <see cref="DeliveryState.Sending"/> with its sender gone; stays with the row: this is the list of doubts.</summary>
    public DateTimeOffset? DoubtedAt { get; init; }
}
