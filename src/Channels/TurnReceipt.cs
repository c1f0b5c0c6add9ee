namespace Outreach.Channels;

/// <summary>What became of an activity handed in.</summary>
public enum TurnReceipt
{
    /// <summary>Stored: the channel may forget it.</summary>
    Stored,

    /// <summary>Seen before: nothing was changed; the channel may forget it.</summary>
    Replayed,

    /// <summary>Could not be stored now: the channel should bring it again.</summary>
    Unavailable,
}
