namespace Outreach.Channels;

/// <summary>The class of a failure: what a log line, a count and a staff page may say of it.</summary>
public enum SendFailure
{
    /// <summary>The channel asked us to slow down.</summary>
    TooMany,

    /// <summary>The channel answered with a 5xx or with something unreadable.</summary>
    ChannelFault,

    /// <summary>No connection came about: nothing left us.</summary>
    Unreachable,

    /// <summary>It left us and no answer came: broken off, timed out. It may have been taken all the same.</summary>
    Unanswered,

    /// <summary>The conversation does not exist.</summary>
    UnknownAddress,

    /// <summary>The channel would not have this text or these buttons: our fault.</summary>
    BadContent,

    /// <summary>Our token is not (or no longer) good.</summary>
    Unauthorized,
}
