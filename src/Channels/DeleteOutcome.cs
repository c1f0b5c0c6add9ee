namespace Outreach.Channels;

/// <summary>What a channel said when asked to delete messages of a conversation.</summary>
public abstract record DeleteOutcome
{
    private DeleteOutcome() { }

    /// <summary>Nothing of them is there any more, as far as the channel tells.</summary>
    public sealed record Gone : DeleteOutcome;

    /// <summary>Not now. <paramref name="After"/> is the channel's own wait, where it named one.</summary>
    public sealed record Retry(TimeSpan? After) : DeleteOutcome;

    /// <summary>Never: too old, or not ours to delete.</summary>
    public sealed record Refused : DeleteOutcome;
}
