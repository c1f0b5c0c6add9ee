using Outreach.Content.Blocks;

namespace Outreach.Content.Answers;

/// <summary>The message of a month: what it says, where its buttons lead, and its question of the month.</summary>
public sealed record Campaign
{
    public required string Id { get; init; }
    public required string Language { get; init; }

    /// <summary>1 to 12.</summary>
    public required int Month { get; init; }

    public required string Title { get; init; }

    /// <summary>Ids of the answers that its buttons open, at most three.</summary>
    public required IReadOnlyList<string> Buttons { get; init; }

    public required Quiz Quiz { get; init; }
    public required DateOnly Reviewed { get; init; }
    public required DateOnly ReviewBy { get; init; }

    /// <summary>The form for chat: everything before the first section.</summary>
    public required IReadOnlyList<Block> Short { get; init; }

    /// <summary><see cref="Short"/> as it was written, for plans to keep: <see cref="Markdown.MessageMarkdown"/> reads it again.</summary>
    public required string Markdown { get; init; }

    /// <summary>A picture beside the file, as a path relative to the content folder; null for none.</summary>
    public string? Image { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }
}
