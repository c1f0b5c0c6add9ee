namespace Outreach.Channels;

/// <summary>What a channel said when asked to send one message.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>Taken. <paramref name="ExternalId"/> is the channel's own id of the last part, which a later status update will name.</summary>
    public sealed record Sent(string ExternalId) : SendOutcome
    {
        /// <summary>The ids of the parts before it; null when there was one part.</summary>
        public IReadOnlyList<string>? Earlier { get; init; }
    }

    /// <summary>Not now. <paramref name="After"/> is the channel's own wait, where it named one.</summary>
    public sealed record Retry(SendFailure Failure, TimeSpan? After) : SendOutcome;

    /// <summary>Never: the same message would be refused again.</summary>
    public sealed record Refused(SendFailure Failure) : SendOutcome;

    /// <summary>The conversation lives on under another address; send there.</summary>
    public sealed record Moved(ChannelAddress Address) : SendOutcome;

    /// <summary>The person blocked us or left; their consent is withdrawn.</summary>
    public sealed record Stopped : SendOutcome;
}
