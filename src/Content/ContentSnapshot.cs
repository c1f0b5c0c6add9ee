using System.Collections.Frozen;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Crisis;
using Outreach.Content.Search;
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

    /// <summary>The verified partners by id, in the file's order: where staff refer people to.</summary>
    public required IReadOnlyDictionary<string, Partner> Partners { get; init; }

    public required FigureTable Figures { get; init; }
    public required IReadOnlyList<CalendarMonth> Months { get; init; }
    public required IReadOnlyList<CalendarEvent> Events { get; init; }
    public required HolidayTable Holidays { get; init; }

    /// <summary>Where people may live; empty where the content has no list.</summary>
    public required ProvinceTable Provinces { get; init; }
    public required CrisisWords Crisis { get; init; }
    public required IReadOnlyDictionary<string, LocalContent> Languages { get; init; }

    /// <summary>Faults found when it was made, of files left out and of files taken.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }

    /// <summary>The organisation's name, put in for <c>{organisation}</c>.</summary>
    public required string Organisation { get; init; }

    /// <summary>What people type and what they mean by it.</summary>
    public required SynonymTable Synonyms { get; init; }

    /// <summary>Nothing but the organisation's name: what a service starts from.</summary>
    public static ContentSnapshot Empty(string organisation) => new()
    {
        Version = "",
        Organisation = organisation,
        Synonyms = SynonymTable.Empty,
        Topics = [],
        Hotlines = new OrderedDictionary<string, Hotline>(),
        Partners = new OrderedDictionary<string, Partner>(),
        Figures = FigureTable.Empty,
        Months = [],
        Events = [],
        Holidays = HolidayTable.Empty,
        Provinces = ProvinceTable.Empty,
        Crisis = CrisisWords.None,
        Languages = Content.Languages.All.ToFrozenDictionary(language => language, LocalContent.Empty, StringComparer.Ordinal),
        Issues = [],
    };

    /// <summary>The content in one language; Vietnamese for a language that is not there.</summary>
    public LocalContent In(string language) =>
        Languages.TryGetValue(language, out var local) ? local : Languages[Content.Languages.Vietnamese];

    /// <summary>Searches in one language, and in the other where that is not sure of an answer: people write both, whatever menu they see.</summary>
    /// <returns>The result, and the language it is in.</returns>
    public (string Language, SearchResult Result) Find(string text, string language)
    {
        var found = In(language).Search.Find(text);
        if (found.Band == SearchBand.Answer)
        {
            return (language, found);
        }

        var other = Content.Languages.Other(language);
        var foundThere = In(other).Search.Find(text);
        return foundThere.Band == SearchBand.Answer || (foundThere.Band != SearchBand.None && LanguageGuess.Of(text) == other)
            ? (other, foundThere)
            : (language, found);
    }

    /// <summary>Puts in the figures of a day and the hotline numbers: what comes back holds text and links only.</summary>
    public IReadOnlyList<Block> Resolve(IReadOnlyList<Block> blocks, string language, DateOnly day) =>
        new BlockResolver(Figures, Hotlines, Organisation, language, day).Resolve(blocks);

    /// <summary>Whether an answer may be served on a day: in force, reviewed, and every figure in it has a value that day.</summary>
    public bool MayServe(Answer answer, DateOnly day) =>
        answer.IsInForce(day) && answer.Figures.All(id => Figures.Find(id, day) is not null);
}
