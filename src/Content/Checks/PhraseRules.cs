using System.Text.RegularExpressions;
using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>The phrases of all languages say the same things.</summary>
internal static partial class PhraseRules
{
    public static void Check(IReadOnlyDictionary<string, OrderedDictionary<string, Located>> phrases, IssueList issues)
    {
        foreach (var language in Languages.All)
        {
            var other = Languages.Other(language);
            if (!phrases.TryGetValue(language, out var mine) || !phrases.TryGetValue(other, out var theirs) || issues.IsBroken(PhrasesFile.PathIn(other)))
            {
                continue;
            }

            foreach (var (key, phrase) in mine)
            {
                if (!theirs.TryGetValue(key, out var translation))
                {
                    issues.Warn(phrase.At, Codes.PhraseMissing, $"the phrase '{key}' is not in {PhrasesFile.PathIn(other)}",
                        $"Add it there.{Near.Hint(key, theirs.Keys.Where(k => !mine.ContainsKey(k)))}");
                }
                else if (language != Languages.Vietnamese && !Placeholders(phrase.Text).SetEquals(Placeholders(translation.Text)))
                {
                    issues.Warn(phrase.At, Codes.PlaceholdersDiffer, $"the phrase '{key}' has other placeholders than in {PhrasesFile.PathIn(other)}",
                        "Use the same {names} in both.");
                }
            }
        }
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
