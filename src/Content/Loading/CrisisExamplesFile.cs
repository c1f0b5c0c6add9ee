using Outreach.Content.Checks;
using Outreach.Content.Crisis;
using Outreach.Content.Search;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class CrisisExamplesFile
{
    public const string Name = "crisis-examples.yml";

    /// <summary>Fewer words are those of many messages without danger.</summary>
    private const int LeastWords = 3;

    public static CrisisExamples Read(YamlSource source, string text, List<Reference> references)
    {
        if (source.Read(text) is not { } root || YamlMap.From(source, root, Name)?.Only("dangers", "harmless", "not-harmless-answers") is not { } map)
        {
            return CrisisExamples.None;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var dangers = new List<(string, string)>();
        if (map.Map("dangers") is { } kinds)
        {
            foreach (var kind in kinds.Keys)
            {
                CrisisFile.CheckKind(kind, source.Issues);
                dangers.AddRange(kinds.Texts(kind.Text).Select(line => (kind.Text, line.Text)));
                Check(kinds.Texts(kind.Text), seen, source.Issues, LeastWords);
            }
        }

        var harmless = map.Texts("harmless", required: false);
        Check(harmless, seen, source.Issues, leastWords: 1);
        var answers = map.Texts("not-harmless-answers", required: false);
        references.AddRange(answers.Select(id => new Reference(ReferenceKind.Answer, id.Text, id.At)));
        return new CrisisExamples(dangers, [.. harmless.Select(h => h.Text)], answers.Select(a => a.Text).ToHashSet(StringComparer.Ordinal));
    }

    private static void Check(IReadOnlyList<Located> lines, Dictionary<string, int> seen, IssueList issues, int leastWords)
    {
        foreach (var line in lines)
        {
            var words = TextNormalizer.Tokenize(line.Text);
            if (words.Count < leastWords)
            {
                issues.Error(line.At, Codes.ExampleTooShort, $"'{line.Text}' has fewer than {leastWords} words, which stand in many messages without danger",
                    "Write the whole message as somebody would type it.");
            }
            else if (!seen.TryAdd(string.Join(' ', words.Select(w => w.Marked)), line.At.Line))
            {
                issues.Error(line.At, Codes.SameExample, $"this line is there already, in line {seen[string.Join(' ', words.Select(w => w.Marked))]}",
                    "Keep it where it belongs: the same words cannot tell of two things.");
            }
        }
    }
}
