namespace Outreach.Content.Search;

/// <summary>Tells in which fields of an entry a term stands. Slow and plain: for editors, not for turns.</summary>
internal sealed class EntryFields(SearchEntry entry, Expansions expansions)
{
    private readonly (string Name, string Text)[] _fields =
    [
        ("question", SpeltOut(entry.Question, expansions)),
        ("variants", string.Join(" | ", entry.Variants.Select(v => SpeltOut(v, expansions)))),
        ("title", SpeltOut(entry.Title, expansions)),
        ("body", SpeltOut(entry.Body, expansions)),
    ];

    public IReadOnlyList<string> With(string term) =>
        [.. _fields.Where(f => f.Text.Contains($" {term} ", StringComparison.Ordinal)).Select(f => f.Name)];

    /// <summary>Words without marks between single blanks; what an abbreviation stands for follows it.</summary>
    private static string SpeltOut(string text, Expansions expansions)
    {
        var words = TextNormalizer.Tokenize(text);
        var found = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            found.Add(words[at].Folded);
            if (expansions.Expansion(words, at) is { } match)
            {
                found.AddRange(match.Meanings.SelectMany(m => m).Select(w => w.Folded));
            }
        }

        return $" {string.Join(' ', found)} ";
    }
}
