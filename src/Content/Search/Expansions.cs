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
    public Match? Expansion(IReadOnlyList<Syllable> words, int at) =>
        Find(_expansions, words, at, marksMatter: true) ?? (MayEndEnglish(words[at].Folded) ? OfBase(words[at].Folded) : null);

    /// <summary>The longest word at <paramref name="at"/> for which others stand in the synonyms.</summary>
    public Match? Equivalent(IReadOnlyList<Syllable> words, int at) => Find(_equivalents, words, at, marksMatter: false);

    /// <summary>Adds the words with what each abbreviation stands for in its place.</summary>
    /// <param name="meaning">Which of its meanings, 0 for the likeliest; the last where there are fewer.</param>
    public void SpellOut(IReadOnlyList<Syllable> words, List<Syllable> into, int meaning = 0)
    {
        into.Clear();
        for (var at = 0; at < words.Count;)
        {
            if (Expansion(words, at) is { } match)
            {
                into.AddRange(match.Meanings[Math.Min(meaning, match.Meanings.Length - 1)]);
                at += match.Length;
            }
            else
            {
                into.Add(words[at++]);
            }
        }
    }

    /// <param name="marksMatter">A key with marks stands for no word without: "mô" has them because "mo" is another word.</param>
    private static Match? Find(Dictionary<string, List<Entry>> table, IReadOnlyList<Syllable> words, int at, bool marksMatter)
    {
        if (!table.TryGetValue(words[at].Folded, out var entries))
        {
            return null;
        }

        Match? found = null;
        foreach (var entry in entries)
        {
            if (found is { } longer && longer.Length > entry.Key.Length)
            {
                break;
            }

            // Of two as long the one with the very marks: "đk" and "dk" may stand for different words.
            if (Fit(entry.Key, words, at) is { } fit && (fit != Fits.WithoutMarks || !marksMatter) && (found is null || fit == Fits.Exactly))
            {
                found = new Match(entry.Key.Length, entry.Meanings, fit != Fits.WithoutMarks);
            }
        }

        return found;
    }

    /// <summary>Null: does not stand there.</summary>
    private static Fits? Fit(Syllable[] key, IReadOnlyList<Syllable> words, int at)
    {
        if (at + key.Length > words.Count)
        {
            return null;
        }

        var fit = Fits.Exactly;
        for (var i = 0; i < key.Length; i++)
        {
            var (typed, wanted) = (words[at + i], key[i]);
            if (typed.Folded != wanted.Folded)
            {
                return null;
            }

            if (typed.Marked == wanted.Marked)
            {
                continue;
            }

            if (OnlyBarDiffers(typed.Marked, wanted.Marked))
            {
                fit = fit == Fits.Exactly ? Fits.Nearly : fit;
                continue;
            }

            if (typed.HasMarks)
            {
                // "hồng" is not the abbreviation "hong"; but "sổ bh" is "so bh", and no word is written "bhiểm".
                if (wanted.HasMarks || (key.Length == 1 && VietnameseSpelling.IsPossible(wanted.Folded)))
                {
                    return null;
                }

                fit = fit == Fits.Exactly ? Fits.Nearly : fit;
                continue;
            }

            fit = Fits.WithoutMarks;
        }

        return fit;
    }

    /// <summary>The abbreviation of which a word is another form: quitting, where the synonyms have quit.</summary>
    private Match? OfBase(string folded)
    {
        foreach (var word in EnglishEndings.Bases(folded))
        {
            // "tuis" is túi on a Telex keyboard, not a form of "tui".
            if (folded[^1] == 's' && VietnameseSpelling.IsPossible(word))
            {
                continue;
            }

            if (_expansions.TryGetValue(word, out var entries) && entries.Find(e => e.Key.Length == 1 && e.Key[0].Marked == word) is { } entry)
            {
                return new Match(1, entry.Meanings, Surely: true);
            }
        }

        return null;
    }

    /// <summary>Cheap: asked of every word of every answer.</summary>
    private static bool MayEndEnglish(string folded) =>
        folded[^1] is 's' || folded.EndsWith("ed", StringComparison.Ordinal) || folded.EndsWith("ing", StringComparison.Ordinal);

    private static bool OnlyBarDiffers(string a, string b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (WithoutBar(a[i]) != WithoutBar(b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static char WithoutBar(char letter) => letter == 'đ' ? 'd' : letter;

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

    private enum Fits
    {
        Exactly,

        /// <summary>đ for d, or marks on an abbreviation that has none.</summary>
        Nearly,

        /// <summary>Only when the key's marks are thought away, so that another word may be meant.</summary>
        WithoutMarks,
    }

    private sealed record Entry(Syllable[] Key, Syllable[][] Meanings);
}
