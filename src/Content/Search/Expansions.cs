using Outreach.Content.Shared;

namespace Outreach.Content.Search;

/// <summary>The synonyms, ready to be looked up in a row of words: longest key first.</summary>
internal sealed class Expansions
{
    private readonly Dictionary<string, List<Entry>> _expansions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _equivalents = new(StringComparer.Ordinal);

    public Expansions(SynonymTable synonyms)
    {
        foreach (var (key, meanings) in synonyms.Expansions)
        {
            Add(_expansions, key, [.. meanings.Select(Words)]);
        }

        foreach (var group in synonyms.Equivalents)
        {
            var words = group.Select(Words).ToArray();
            foreach (var member in group)
            {
                var own = Words(member);
                Add(_equivalents, member, [.. words.Where(w => !w.AsSpan().SequenceEqual(own))]);
            }
        }

        foreach (var entries in _expansions.Values.Concat(_equivalents.Values))
        {
            entries.Sort((a, b) => b.Key.Length.CompareTo(a.Key.Length));
        }
    }

    /// <summary>Whether anything typed begins with this word.</summary>
    public bool Knows(string folded) => _expansions.ContainsKey(folded);

    /// <summary>The longest abbreviation that stands at <paramref name="at"/>.</summary>
    public Match? Expansion(IReadOnlyList<Syllable> words, int at) => Find(_expansions, words, at);

    /// <summary>The longest word at <paramref name="at"/> for which others stand in the synonyms.</summary>
    public Match? Equivalent(IReadOnlyList<Syllable> words, int at) => Find(_equivalents, words, at);

    private static Match? Find(Dictionary<string, List<Entry>> table, IReadOnlyList<Syllable> words, int at)
    {
        if (table.TryGetValue(words[at].Folded, out var entries))
        {
            foreach (var entry in entries)
            {
                if (Fit(entry.Key, words, at) is { } surely)
                {
                    return new Match(entry.Key.Length, entry.Meanings, surely);
                }
            }
        }

        return null;
    }

    /// <summary>Null: does not stand there. False: only when its marks are thought away, so that another word may be meant.</summary>
    private static bool? Fit(Syllable[] key, IReadOnlyList<Syllable> words, int at)
    {
        if (at + key.Length > words.Count)
        {
            return null;
        }

        var surely = true;
        for (var i = 0; i < key.Length; i++)
        {
            var (typed, wanted) = (words[at + i], key[i]);
            if (typed.Folded != wanted.Folded)
            {
                return null;
            }

            if (typed.Marked == wanted.Marked || OnlyBarDiffers(typed.Marked, wanted.Marked))
            {
                continue;
            }

            if (typed.HasMarks)
            {
                return null;   // hồng is not the abbreviation "hong"
            }

            surely = false;
        }

        return surely;
    }

    private static bool OnlyBarDiffers(string a, string b) =>
        a.Replace('đ', 'd').Equals(b.Replace('đ', 'd'), StringComparison.Ordinal);

    private static void Add(Dictionary<string, List<Entry>> table, string key, Syllable[][] meanings)
    {
        var words = Words(key);
        if (words.Length == 0)
        {
            return;
        }

        if (!table.TryGetValue(words[0].Folded, out var entries))
        {
            table[words[0].Folded] = entries = [];
        }

        entries.Add(new Entry(words, meanings));
    }

    private static Syllable[] Words(string text) => [.. TextNormalizer.Tokenize(text)];

    /// <param name="Length">How many words it takes.</param>
    /// <param name="Meanings">An empty one says: drop it.</param>
    /// <param name="Surely">Whether it stands there with the very marks.</param>
    public readonly record struct Match(int Length, Syllable[][] Meanings, bool Surely);

    private sealed record Entry(Syllable[] Key, Syllable[][] Meanings);
}
