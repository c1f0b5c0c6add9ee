namespace Outreach.Storage.Cases;

/// <summary>How far a reply has come on its way. Stored by name: append, never rename.</summary>
public enum TextDelivery
{
    /// <summary>Nothing to carry: a worker's words, a note, a reply that is read with the code.</summary>
    None,

    /// <summary>Its writer can still take it back; nobody else sees it.</summary>
    Held,

    /// <summary>To be sent into the worker's chat.</summary>
    Queued,

    Sent,

    /// <summary>The chat is closed to us, or its link is gone.</summary>
    Undeliverable,

    /// <summary>Handed to the channel, and no word of how that ended: sent again after a crash.</summary>
    InDoubt,
}
