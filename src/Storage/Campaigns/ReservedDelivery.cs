namespace Outreach.Storage.Campaigns;

/// <summary>A delivery in the sender's hands, with what it takes to write to its person.</summary>
public sealed record ReservedDelivery
{
    public required DeliveryKey Key { get; init; }

    /// <summary>Sealed and bound to the subscriber's row; null when they left meanwhile.</summary>
    public byte[]? Address { get; init; }

    public required string Language { get; init; }

    /// <summary>How often the channel was asked before.</summary>
    public required short Attempts { get; init; }

    public override string ToString() => "A delivery";
}
