namespace Outreach.Storage.Campaigns;

/// <summary>How far one recipient's message is. Stored by name; the index of open rows names the first three.</summary>
public enum DeliveryState
{
    Pending,

    /// <summary>In the hands of the sender; goes back to <see cref="Pending"/> without doubt.</summary>
    Reserved,

    /// <summary>Written just before the channel is asked: after a crash nobody knows whether it arrived.</summary>
    Sending,
    Sent,
    Failed,
    Skipped,

    /// <summary>The person stopped, blocked us or left.</summary>
    Stopped,
    InDoubt,
}
