using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Content.Search.Unanswered;

namespace Outreach.Bot.CommandLine;

/// <summary>Groups of unanswered questions as one JSON document: a list with one object a group.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<InboxGroup>))]
[JsonSerializable(typeof(IReadOnlyList<InboxSuggestion>))]
internal sealed partial class InboxJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters as they are: it goes to a terminal or a JSON reader, never into a page.</summary>
    private static readonly InboxJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Of(IReadOnlyList<QuestionGroup> groups) => JsonSerializer.Serialize(
        [.. groups.Select(group => new InboxGroup(
            group.Language, group.Count, Counts(group.Weeks), Counts(group.Reasons), group.Typical, group.Others, group.Wordings))],
        Readable.IReadOnlyListInboxGroup);

    /// <param name="folder">The content folder, as the editor names it.</param>
    public static string Of(IReadOnlyList<GroupSuggestion> suggestions, string folder) => JsonSerializer.Serialize(
        [.. suggestions.Select(suggestion => new InboxSuggestion(
            suggestion.Group.Language,
            suggestion.Group.Count,
            suggestion.Group.Typical,
            suggestion.Group.Others,
            suggestion.Answers.Count == 0,
            suggestion.IsAnsweredNow,
            Math.Round(suggestion.Confidence, 4),
            suggestion.Variant,
            [.. suggestion.Answers.Select(answer => new InboxAnswer(
                answer.Id,
                answer.Question,
                $"{folder}/{answer.File}",
                Math.Round(answer.Score, 4),
                answer.Why.NearestPhrasing,
                Math.Round(answer.Why.Likeness, 4),
                [.. answer.Why.Terms.Select(term => term.Term)],
                answer.HasVariant))]))],
        Readable.IReadOnlyListInboxSuggestion);

    private static OrderedDictionary<string, int> Counts(IEnumerable<KeyValuePair<string, int>> counts) => new(counts);
}

internal sealed record InboxGroup(
    string Language,
    int Count,
    OrderedDictionary<string, int> Weeks,
    OrderedDictionary<string, int> Reasons,
    string Typical,
    IReadOnlyList<string> Others,
    int Wordings);

/// <param name="Line">To be pasted below <c>variants:</c> of the file of one of the answers; null when all of it is masked.</param>
internal sealed record InboxSuggestion(
    string Language,
    int Count,
    string Typical,
    IReadOnlyList<string> Others,
    bool WantsNewAnswer,
    bool AnsweredNow,
    double Confidence,
    string? Line,
    IReadOnlyList<InboxAnswer> Answers);

internal sealed record InboxAnswer(
    string Id, string Question, string File, double Score, string? Nearest, double Likeness, IReadOnlyList<string> Words, bool HasVariant);
