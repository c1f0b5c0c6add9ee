using System.Runtime.InteropServices;

namespace Outreach.Content.Search;

/// <summary>The words of the content and the pairs of neighbours among them, by number.</summary>
internal sealed class Vocabulary
{
    private const long Spread = unchecked((long)0x9E3779B97F4A7C15);

    private readonly Dictionary<string, int> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _marked = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _pairs = [];
    private readonly List<string> _words = [];
    private readonly List<int> _firstMarked = [];
    private readonly List<bool> _ambiguous = [];
    private readonly List<float> _stop = [];
    private readonly List<float> _markedStop = [];

    public int Words => _words.Count;
    public int Pairs => _pairs.Count;
    public int MarkedWords => _marked.Count;

    public string Word(int id) => _words[id];

    /// <summary>Number of a word without marks, -1 when the content does not have it.</summary>
    public int Find(string folded) => _folded.GetValueOrDefault(folded, -1);

    public int Find(ReadOnlySpan<char> folded) =>
        _folded.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var id) ? id : -1;

    /// <summary>Number of a word with its marks, -1 when the content does not have it or it has no marks.</summary>
    public int FindMarked(string marked) => _marked.GetValueOrDefault(marked, -1);

    /// <summary>Number of two neighbours, -1 when they never stand together in the content.</summary>
    public int FindPair(int first, int second) => first < 0 || second < 0 ? -1 : _pairs.GetValueOrDefault(Key(first, second), -1);

    /// <summary>Whether several words of the content are written with these letters: only then does a mark tell more.</summary>
    public bool IsAmbiguous(int word) => _ambiguous[word];

    public bool HasMarkedForm(int word) => _firstMarked[word] >= 0;

    /// <summary>From 0 for a word of courtesy to 1.</summary>
    public float StopWeight(Word word) => word.Marked >= 0 ? _markedStop[word.Marked] : _stop[word.Id];

    public int Add(Syllable syllable, out int marked)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_folded, syllable.Folded, out var known);
        if (!known)
        {
            id = _words.Count;
            _words.Add(syllable.Folded);
            _firstMarked.Add(-1);
            _ambiguous.Add(false);
            _stop.Add(StopWords.Weight(new Syllable(syllable.Folded, syllable.Folded)));
        }

        marked = -1;
        if (syllable.HasMarks)
        {
            ref var markedId = ref CollectionsMarshal.GetValueRefOrAddDefault(_marked, syllable.Marked, out var knownMarked);
            if (!knownMarked)
            {
                markedId = _marked.Count - 1;
                _ambiguous[id] = _ambiguous[id] || _firstMarked[id] >= 0;
                _firstMarked[id] = markedId;
                _markedStop.Add(StopWords.Weight(syllable));
            }

            marked = markedId;
        }

        return id;
    }

    public int AddPair(int first, int second)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, Key(first, second), out var known);
        return known ? id : id = _pairs.Count - 1;
    }

    public void Trim()
    {
        _folded.TrimExcess();
        _marked.TrimExcess();
        _pairs.TrimExcess();
    }

    /// <summary>Two numbers as one, spread by an odd factor: the hash of a plain long is its halves' XOR, the same for thousands of pairs.</summary>
    private static long Key(int first, int second) => (((long)first << 32) | (uint)second) * Spread;
}
