using Outreach.Content.Blocks;

namespace Outreach.Channels;

/// <summary>One thing to say, free of any channel. A renderer degrades what its channel cannot show; nothing vanishes.</summary>
public sealed record Reply
{
    public required string Language { get; init; }

    /// <summary>Resolved blocks: no figure or hotline inlines are left in them.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Comes after <see cref="Blocks"/>, and never into a notification: where a channel can it is covered until it is touched.</summary>
    public IReadOnlyList<Block> Covered { get; init; } = [];

    /// <summary>In reading order; a channel lays them out. Shown under the last part.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>A recording of it: a path below the content folder, or null.</summary>
    public string? Audio { get; init; }

    /// <summary>Instead of a new message, the one with this id is changed where the channel can; or null.</summary>
    public string? Replaces { get; init; }
}
