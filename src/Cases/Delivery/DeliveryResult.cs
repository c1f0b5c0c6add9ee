namespace Outreach.Cases.Delivery;

/// <summary>What a channel said to a reply.</summary>
public enum DeliveryResult
{
    Sent,

    /// <summary>Never: the chat is closed to us.</summary>
    Refused,

    /// <summary>Not now.</summary>
    Later,
}
