using System.Text.RegularExpressions;

namespace Outreach.Content.Crisis;

/// <summary>Spells out the short forms of a phrase: <c>(nó|hắn) đánh</c> stands for each of its choices.</summary>
internal static partial class PhraseForms
{
    /// <summary>More than any honest phrase has.</summary>
    public const int MaxForms = 500;

    public static IReadOnlyList<string> Of(string phrase)
    {
        List<string> forms = [""];
        foreach (Match part in Part().Matches(phrase))
        {
            var choices = part.Value[0] == '(' ? part.Value.Trim('(', ')').Split('|') : [part.Value];
            forms = [.. forms.SelectMany(f => choices.Select(c => f + c)).Take(MaxForms)];
        }

        return forms;
    }

    [GeneratedRegex(@"\([^()]*\)|[^()]+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
