namespace Outreach.Content.Search;

/// <summary>For each term the entries that hold it, in order, with what it adds to their score: worked out once, when the index is built.</summary>
internal sealed class Postings
{
    private readonly int[] _starts;
    private readonly int[] _entries;
    private readonly float[] _weights;

    private Postings(int[] starts, int[] entries, float[] weights)
    {
        _starts = starts;
        _entries = entries;
        _weights = weights;
    }

    public ReadOnlySpan<int> Entries(int term) => _entries.AsSpan(_starts[term].._starts[term + 1]);

    public ReadOnlySpan<float> Weights(int term) => _weights.AsSpan(_starts[term].._starts[term + 1]);

    public int Count(int term) => _starts[term + 1] - _starts[term];

    public bool Has(int term, int entry) => Entries(term).BinarySearch(entry) >= 0;

    /// <summary>What the term adds to the entry's score; 0 when it does not have it.</summary>
    public float Weight(int term, int entry) =>
        Entries(term).BinarySearch(entry) is var at and >= 0 ? Weights(term)[at] : 0;

    /// <summary>Takes (term, entry, weighted frequency) in the order of entries, then turns frequencies into BM25 weights.</summary>
    internal sealed class Builder
    {
        private readonly List<(int Term, int Entry, float Frequency)> _rows = [];

        public void Add(int term, int entry, float frequency) => _rows.Add((term, entry, frequency));

        /// <param name="idf">Filled with the rarity of each term.</param>
        public Postings Build(int terms, int entries, float saturation, out float[] idf)
        {
            var starts = new int[terms + 1];
            foreach (var row in _rows)
            {
                starts[row.Term + 1]++;
            }

            idf = new float[terms];
            for (var t = 0; t < terms; t++)
            {
                idf[t] = Rarity.Of(starts[t + 1], entries);
                starts[t + 1] += starts[t];
            }

            var next = starts.AsSpan(0, terms).ToArray();
            var (ids, weights) = (new int[_rows.Count], new float[_rows.Count]);
            foreach (var row in _rows)
            {
                var at = next[row.Term]++;
                ids[at] = row.Entry;
                weights[at] = idf[row.Term] * row.Frequency * (saturation + 1) / (saturation + row.Frequency);
            }

            return new Postings(starts, ids, weights);
        }
    }
}
