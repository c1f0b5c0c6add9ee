using Outreach.Content.Blocks;
using Outreach.Content.Crisis;
using Outreach.Content.Shared;

namespace Outreach.Content;

/// <summary>All content at one moment: immutable, swapped whole. A turn reads it once, so that one answer never mixes two versions.</summary>
public sealed class ContentSnapshot
{
    /// <summary>A short digest of the files it was made of.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>The verified hotlines by id, in the file's order. Unverified rows are not here.</summary>
    public required IReadOnlyDictionary<string, Hotline> Hotlines { get; init; }

    public required FigureTable Figures { get; init; }
    public required IReadOnlyList<CalendarMonth> Months { get; init; }
    public required IReadOnlyList<CalendarEvent> Events { get; init; }
    public required CrisisWords Crisis { get; init; }
    public required IReadOnlyDictionary<string, LocalContent> Languages { get; init; }

    /// <summary>Faults found when it was made, of files left out and of files taken.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }

    /// <summary>The content in one language; Vietnamese for a language that is not there.</summary>
    public LocalContent In(string language) =>
        Languages.TryGetValue(language, out var local) ? local : Languages[Content.Languages.Vietnamese];

    /// <summary>Puts in the figures of a day and the hotline numbers: what comes back holds text and links only.</summary>
    public IReadOnlyList<Block> Resolve(IReadOnlyList<Block> blocks, string language, DateOnly day) =>
        BlockResolver.Resolve(blocks, this, language, day);
}
