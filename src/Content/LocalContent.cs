using Outreach.Content.Answers;
using Outreach.Content.Search;

namespace Outreach.Content;

/// <summary>The content of one language.</summary>
public sealed class LocalContent
{
    public required string Language { get; init; }

    /// <summary>Every answer without an error, also those not in force today; by id, in the order of topics and files.</summary>
    public required IReadOnlyDictionary<string, Answer> Answers { get; init; }

    public required IReadOnlyDictionary<string, Page> Pages { get; init; }

    /// <summary>Pages that only staff read: what they must do, step by step. They stand in no menu and no answer of the bot.</summary>
    public required IReadOnlyDictionary<string, Page> StaffPages { get; init; }

    /// <summary>By id, in the file's order.</summary>
    public required IReadOnlyDictionary<string, CannedReply> Replies { get; init; }

    /// <summary>By id, in the order of the months.</summary>
    public required IReadOnlyDictionary<string, Campaign> Campaigns { get; init; }

    public required Phrases Phrases { get; init; }
    public required SearchIndex Search { get; init; }

    internal static LocalContent Empty(string language) => new()
    {
        Language = language,
        Answers = new OrderedDictionary<string, Answer>(),
        Pages = new OrderedDictionary<string, Page>(),
        StaffPages = new OrderedDictionary<string, Page>(),
        Replies = new OrderedDictionary<string, CannedReply>(),
        Campaigns = new OrderedDictionary<string, Campaign>(),
        Phrases = new Phrases(language, []),
        Search = SearchIndex.Empty,
    };
}
