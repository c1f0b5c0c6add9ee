using System.Runtime.InteropServices;

namespace Outreach.Content.Search.Learning;

/// <summary>What a model looks at: the words, and the pairs of neighbours, that stand in several of the texts it learns from.</summary>
internal sealed class FeatureTable
{
    /// <summary>What stands in one text alone teaches nothing about others.</summary>
    private const int LeastTexts = 2;

    /// <summary>Stands in every text where a value is given for it: what is likely before a word is read.</summary>
    private const int Always = 0;

    private const long Nothing = -1;

    /// <summary>An odd factor, and the one that takes it back: the hash of a plain long is its halves' XOR, the same for thousands of pairs.</summary>
    private const long Spread = unchecked((long)0x9E3779B97F4A7C15);
    private const long Unspread = unchecked((long)0xF1DE83E19937733D);

    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<(long Key, float Rarity)> _rows = [];

    /// <summary>The square of the length of two words as rare as can be: a text that says less is a shorter vector, and less sure.</summary>
    private readonly float _enough;

    private readonly float _always;

    private FeatureTable(int texts, float always) => (_enough, _always) = (2 * MathF.Pow(Rarity(LeastTexts, texts), 2), always);

    public int Count => _rows.Count;

    /// <param name="texts">Word numbers, below zero for words nobody knows.</param>
    /// <param name="most">The commonest so many are kept, so that a large library costs no more memory than this allows.</param>
    /// <param name="always">How much there is of what stands in every text: where one class is likelier before a word is read. 0 for nothing.</param>
    public static FeatureTable Of(IReadOnlyCollection<int[]> texts, int most = int.MaxValue, float always = 0)
    {
        var counts = Counts(texts);
        var least = LeastTexts;
        while (counts.Values.Count(c => c.Times >= least) > most)
        {
            least++;
        }

        var table = new FeatureTable(texts.Count, always);
        table._rows.Add((Nothing, 0));
        foreach (var (spread, count) in counts)
        {
            if (count.Times >= least)
            {
                var key = spread * Unspread;
                table._numbers[key * Spread] = table._rows.Count;
                table._rows.Add((key, Rarity(count.Times, texts.Count)));
            }
        }

        return table;
    }

    /// <summary>A text as a vector of length 1, or less where little is said: what is rare among the texts tells more.</summary>
    public void Read(ReadOnlySpan<int> words, List<Feature> into)
    {
        into.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            Add(WordKey(words[i]), into);
            if (i > 0)
            {
                Add(PairKey(words[i - 1], words[i]), into);
            }
        }

        ToLengthOne(into);
        if (_always > 0)
        {
            into.Add(new Feature(Always, _always));
        }
    }

    /// <summary>The word, or the two words, that a feature is.</summary>
    public (int First, int Second) Words(int feature)
    {
        var key = _rows[feature].Key;
        return ((int)(key >> 32) - 1, (int)key);
    }

    private void Add(long key, List<Feature> into)
    {
        if (_numbers.TryGetValue(key * Spread, out var number))
        {
            into.Add(new Feature(number, _rows[number].Rarity));
        }
    }

    /// <summary>Said twice counts once.</summary>
    private void ToLengthOne(List<Feature> features)
    {
        features.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        var (kept, length) = (0, 0f);
        var all = CollectionsMarshal.AsSpan(features);
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i].Number != all[kept - 1].Number)
            {
                all[kept++] = all[i];
                length += all[i].Value * all[i].Value;
            }
        }

        CollectionsMarshal.SetCount(features, kept);
        var factor = 1 / MathF.Sqrt(MathF.Max(length, _enough));
        foreach (ref var feature in all[..kept])
        {
            feature = feature with { Value = feature.Value * factor };
        }
    }

    private static Dictionary<long, (int Times, int Last)> Counts(IReadOnlyCollection<int[]> texts)
    {
        var counts = new Dictionary<long, (int Times, int Last)>();
        var at = 0;
        foreach (var words in texts)
        {
            at++;
            for (var i = 0; i < words.Length; i++)
            {
                Count(WordKey(words[i]));
                if (i > 0)
                {
                    Count(PairKey(words[i - 1], words[i]));
                }
            }
        }

        return counts;

        void Count(long key)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key * Spread, out _);
            if (key != Nothing && count.Last != at)
            {
                count = (count.Times + 1, at);
            }
        }
    }

    private static float Rarity(int times, int all) => 1 + MathF.Log((1f + all) / (1f + times));

    private static long WordKey(int word) => word < 0 ? Nothing : word;

    private static long PairKey(int first, int second) => first < 0 || second < 0 ? Nothing : ((first + 1L) << 32) | (uint)second;
}
