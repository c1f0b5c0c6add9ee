namespace Outreach.Staff;

/// <summary>How a channel stands, as its last call told.</summary>
public enum ChannelState
{
    /// <summary>It was not called since the start.</summary>
    Unknown,

    Works,

    /// <summary>No answer: connection refused, broken off, timed out.</summary>
    Unreachable,

    /// <summary>It answered with a fault of its own.</summary>
    Faulty,

    /// <summary>Our token is not, or no longer, good.</summary>
    Unauthorized,

    /// <summary>This node carries no messages.</summary>
    Elsewhere,
}

/// <summary>Asked for the state of a channel by its name; the host's to register.</summary>
public delegate ChannelState TellsChannelState(string channel);
