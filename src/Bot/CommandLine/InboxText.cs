using System.Globalization;
using System.Text;
using Outreach.Content.Search.Unanswered;

namespace Outreach.Bot.CommandLine;

/// <summary>Groups of unanswered questions as an editor reads them in a terminal.</summary>
internal static class InboxText
{
    private const int MaxTerms = 4;

    public static string Of(IReadOnlyList<QuestionGroup> groups)
    {
        var text = new StringBuilder();
        Line(text, $"{groups.Sum(group => group.Count)} questions without an answer, {groups.Count} groups.");
        foreach (var group in groups)
        {
            text.AppendLine();
            Head(text, group);
            Line(text, $"    weeks: {Counts(group.Weeks)}; reasons: {Counts(group.Reasons)}");
            foreach (var other in group.Others)
            {
                Line(text, $"    also: {other}");
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <param name="folder">The content folder, as the editor names it.</param>
    public static string Of(IReadOnlyList<GroupSuggestion> suggestions, string folder)
    {
        var text = new StringBuilder();
        var near = suggestions.Where(suggestion => suggestion.Answers.Count > 0).ToList();
        Line(text, $"{near.Count} groups may belong to an answer, {suggestions.Count - near.Count} want a new one. Nothing is changed: paste a line below 'variants:' to accept it.");
        foreach (var suggestion in near)
        {
            text.AppendLine();
            Head(text, suggestion.Group);
            Line(text, $"    confidence {suggestion.Confidence:0.00} that the first is right{(suggestion.IsAnsweredNow ? "; the bot would answer it by now" : "")}");
            foreach (var answer in suggestion.Answers)
            {
                Append(text, suggestion, answer, folder);
            }
        }

        if (near.Count < suggestions.Count)
        {
            Line(text, $"\nWanting a new answer:");
            foreach (var suggestion in suggestions.Where(suggestion => suggestion.Answers.Count == 0))
            {
                Head(text, suggestion.Group);
            }
        }

        return text.ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, GroupSuggestion suggestion, SuggestedAnswer answer, string folder)
    {
        Line(text, $"    {answer.Id}: {answer.Question}");
        var terms = string.Join(", ", answer.Why.Terms.Take(MaxTerms).Select(term => term.Term));
        Line(text, $"      why: score {answer.Score:0.00}; nearest \"{answer.Why.NearestPhrasing}\" ({answer.Why.Likeness:0.00}); words: {terms}");
        Line(text, $"      {folder}/{answer.File}");
        var paste = answer.HasVariant ? "      has this wording already" : suggestion.Variant ?? "      nothing to paste: all of it is masked";
        Line(text, $"{paste}");
    }

    private static void Head(StringBuilder text, QuestionGroup group) => Line(text, $"{group.Count,4} × {group.Typical} ({group.Language})");

    private static string Counts(IEnumerable<KeyValuePair<string, int>> counts) => string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
