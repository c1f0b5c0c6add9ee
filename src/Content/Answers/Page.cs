using Outreach.Content.Blocks;

namespace Outreach.Content.Answers;

/// <summary>A fixed page: greeting, privacy, an emergency card.</summary>
public sealed record Page
{
    public required string Id { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }

    /// <summary>Whether it is for staff alone.</summary>
    public required bool ForStaff { get; init; }

    public required DateOnly Reviewed { get; init; }
    public required DateOnly ReviewBy { get; init; }

    /// <summary>Ids of verified hotlines shown under it, in order.</summary>
    public required IReadOnlyList<string> Hotlines { get; init; }

    /// <summary>Everything before the first section.</summary>
    public required IReadOnlyList<Block> Short { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }
}
