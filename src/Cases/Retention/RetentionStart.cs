namespace Outreach.Cases.Retention;

/// <summary>From when a retention rule counts.</summary>
public enum RetentionStart
{
    /// <summary>The day a request came in.</summary>
    Arrival,

    /// <summary>The day of the last word, the worker's or staff's.</summary>
    LastWord,

    Closing,

    /// <summary>The day a case was erased at its writer's wish.</summary>
    Erasing,

    /// <summary>The day from which nothing was sealed to a month's key any more.</summary>
    LastUse,

    /// <summary>The day a broadcast was over.</summary>
    Sending,

    /// <summary>The day somebody last got a campaign.</summary>
    LastSending,
}
