namespace Outreach.Channels;

/// <summary>Whose turn it is at a token's budget.</summary>
public enum SendPriority
{
    /// <summary>Somebody waits for it: takes the next slot.</summary>
    Reply,

    /// <summary>Takes the slots that no reply wants.</summary>
    Broadcast,
}
