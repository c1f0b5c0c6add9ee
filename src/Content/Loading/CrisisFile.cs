using Outreach.Content.Checks;
using Outreach.Content.Crisis;
using Outreach.Content.Search;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class CrisisFile
{
    public const string Name = "crisis.yml";

    public static List<CrisisEntry> Read(YamlSource source, string text, List<Reference> references)
    {
        var entries = new List<CrisisEntry>();
        if (source.Read(text) is not { } root)
        {
            return entries;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in YamlMap.Rows(source, root, Name))
        {
            row.Only("kind", "page", "phrases", "exclusions");
            var (kind, page) = (Kind(row, seen), row.Text("page"));
            if (page is { } card)
            {
                references.Add(new Reference(ReferenceKind.Page, card.Text, card.At));
            }

            var phrases = row.Texts("phrases", required: false);
            if (phrases.Count == 0)
            {
                source.Issues.Error(row.At, Codes.NoCrisisPhrases, "this danger has no words by which it is known", "Add 'phrases: [ … ]'.");
            }

            foreach (var phrase in phrases.Where(p => IsTooShort(p.Text)))
            {
                source.Issues.Warn(phrase.At, Codes.CrisisPhraseTooShort, $"'{phrase.Text}' is one short word, which stands in many messages without danger",
                    "Write the words that stand beside it too.");
            }

            var exclusions = row.Texts("exclusions", required: false);
            if (kind is not null && page is not null)
            {
                entries.Add(new CrisisEntry(new CrisisKind(kind, page.Value.Text), [.. phrases.Select(p => p.Text)], [.. exclusions.Select(e => e.Text)]));
            }
        }

        return entries;
    }

    /// <summary>Says when there is no such kind.</summary>
    public static bool CheckKind(Located kind, IssueList issues)
    {
        if (CrisisKind.All.Contains(kind.Text))
        {
            return true;
        }

        issues.Error(kind.At, Codes.UnknownCrisisKind, $"there is no kind of crisis '{kind.Text}'",
            $"Use one of: {string.Join(", ", CrisisKind.All)}.{Near.Hint(kind.Text, CrisisKind.All)}");
        return false;
    }

    /// <summary>Without marks a Vietnamese syllable alone may be any of several words.</summary>
    private static bool IsTooShort(string phrase) =>
        TextNormalizer.Tokenize(phrase) is [{ Folded.Length: < 4 }];

    private static string? Kind(YamlMap row, HashSet<string> seen)
    {
        if (row.Text("kind") is not { } kind)
        {
            return null;
        }

        if (!CheckKind(kind, row.Issues))
        {
            return null;
        }

        if (!seen.Add(kind.Text))
        {
            row.Issues.Error(kind.At, Codes.DuplicateId, $"the kind '{kind.Text}' is there already", "Put the words of both into one row.");
        }

        return kind.Text;
    }
}
