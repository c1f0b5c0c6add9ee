namespace Outreach.Channels;

/// <summary>One thing that came in, free of its channel's wire type.</summary>
public sealed record Activity
{
    public required ActivityKind Kind { get; init; }

    /// <summary>The conversation it came from, and where a reply goes.</summary>
    public required ChannelAddress Address { get; init; }

    /// <summary>Unique within its channel, the same when the channel sends it again: what a replay is known by.</summary>
    public required string UpdateId { get; init; }

    /// <summary>What was typed, or the value of the button pressed. NFC, at most <see cref="MaxTextChars"/> characters; empty for other kinds.</summary>
    public string Text { get; init; } = "";

    /// <summary>What a deep link carried (<c>/start payload</c>), or null. Seen by people: never trusted.</summary>
    public string? StartPayload { get; init; }

    /// <summary>The channel's guess at the person's language (an IETF tag), or null.</summary>
    public string? LanguageHint { get; init; }

    /// <summary>Several people read along: help and subscriptions belong into a private chat.</summary>
    public bool InGroup { get; init; }

    /// <summary>The channel's id of the message that a pressed button hangs on, so that it can be edited; or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>The channel's id of the message that was typed, so that it can be deleted; or null.</summary>
    public string? OwnMessageId { get; init; }

    /// <summary>Longer texts are cut here by the readers: nobody asks a question in more.</summary>
    public const int MaxTextChars = 4000;

    public override string ToString() => $"{Kind} on {Address}";
}
