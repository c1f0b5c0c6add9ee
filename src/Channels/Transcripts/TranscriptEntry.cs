namespace Outreach.Channels.Transcripts;

/// <summary>One thing said in a conversation that we keep the transcript of.</summary>
public sealed record TranscriptEntry
{
    /// <summary>Grows with every entry, over restarts too: what a client says it has seen.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the person said, or null when it is ours.</summary>
    public string? Text { get; init; }

    /// <summary>What we said, or null when it is the person's.</summary>
    public Reply? Reply { get; init; }

    /// <summary>The person's entry that was the last before this one of ours; or null.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>Direct Line: the activity as it goes over the wire.</summary>
    internal ReadOnlyMemory<byte> Wire { get; init; }

    /// <summary>What it costs to keep, roughly.</summary>
    internal int Bytes => 200 + Wire.Length + (2 * (Text?.Length ?? 0));
}
