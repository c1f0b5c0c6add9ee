namespace Outreach.Content.Search;

/// <summary>The ways in which each entry's question is put, laid flat: an entry's phrasings, a phrasing's words and pairs.</summary>
internal sealed class Phrasings
{
    private const float EnoughVariants = 4;

    private readonly int[] _entryStarts;
    private readonly int[] _starts;
    private readonly Word[] _words;
    private readonly int[] _pairs;
    private readonly float[] _weights;

    private Phrasings(int[] entryStarts, int[] starts, Word[] words, int[] pairs, float[] weights, float[] idf)
    {
        _entryStarts = entryStarts;
        _starts = starts;
        _words = words;
        _pairs = pairs;
        _weights = weights;
        Idf = idf;
    }

    /// <summary>Rarity of each word among all phrasings: a better measure of what a question is about than that of whole entries.</summary>
    public float[] Idf { get; }

    /// <summary>Rarity of a word that stands in none of them.</summary>
    public float UnknownIdf => Rarity.Of(0, Math.Max(1, _starts.Length - 1));

    /// <summary>0 when entries have a title alone, 1 from <see cref="EnoughVariants"/> variants an entry.</summary>
    public float Richness =>
        Math.Clamp((((float)_weights.Length / Math.Max(1, _entryStarts.Length - 1)) - 1) / EnoughVariants, 0, 1);

    public Range Of(int entry) => _entryStarts[entry].._entryStarts[entry + 1];

    /// <summary>The different words of a phrasing.</summary>
    public ReadOnlySpan<Word> Words(int phrasing) => _words.AsSpan(_starts[phrasing].._starts[phrasing + 1]);

    /// <summary>For each word of it the pair with the word before, or -1.</summary>
    public ReadOnlySpan<int> Pairs(int phrasing) => _pairs.AsSpan(_starts[phrasing].._starts[phrasing + 1]);

    /// <summary>What all its words weigh together.</summary>
    public float Weight(int phrasing) => _weights[phrasing];

    public static Phrasings Of(ReadEntry[] entries, Vocabulary vocabulary)
    {
        var (entryStarts, starts) = (new List<int>(entries.Length + 1), new List<int>());
        var (words, pairs) = (new List<Word>(), new List<int>());
        var found = new int[vocabulary.Words];
        var seen = new HashSet<int>();
        foreach (var entry in entries)
        {
            entryStarts.Add(starts.Count);
            foreach (var phrase in entry.Phrasings)
            {
                starts.Add(words.Count);
                seen.Clear();
                Append(phrase.Words);
                foreach (var also in phrase.Also)
                {
                    Append(also);
                }
            }
        }

        entryStarts.Add(starts.Count);
        var all = starts.Count;
        starts.Add(words.Count);
        float[] idf = [.. found.Select(f => Rarity.Of(f, all))];
        var weights = new float[all];
        for (var p = 0; p < all; p++)
        {
            for (var i = starts[p]; i < starts[p + 1]; i++)
            {
                weights[p] += idf[words[i].Id] * vocabulary.StopWeight(words[i]);
            }
        }

        return new Phrasings([.. entryStarts], [.. starts], [.. words], [.. pairs], weights, idf);

        void Append(Word[] from)
        {
            for (var i = 0; i < from.Length; i++)
            {
                if (seen.Add(from[i].Id))
                {
                    found[from[i].Id]++;
                    words.Add(from[i]);
                    pairs.Add(i > 0 ? vocabulary.FindPair(from[i - 1].Id, from[i].Id) : -1);
                }
            }
        }
    }
}
