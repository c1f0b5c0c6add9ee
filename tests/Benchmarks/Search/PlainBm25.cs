using Outreach.Content.Search;

namespace Outreach.Benchmarks.Search;

/// <summary>The floor: BM25 over single syllables of the whole text, no marks folded, nothing mended.</summary>
internal sealed class PlainBm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly Dictionary<string, List<(int Entry, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly SearchEntry[] _entries;
    private readonly int[] _lengths;
    private readonly double _average;
    private readonly double[] _scores;

    public PlainBm25(SearchEntry[] entries)
    {
        _entries = entries;
        _lengths = new int[entries.Length];
        _scores = new double[entries.Length];
        for (var e = 0; e < entries.Length; e++)
        {
            var words = Words(string.Join(' ', entries[e].Variants.Append(entries[e].Question).Append(entries[e].Title).Append(entries[e].Body)));
            _lengths[e] = words.Length;
            foreach (var word in words.GroupBy(w => w, StringComparer.Ordinal))
            {
                if (!_postings.TryGetValue(word.Key, out var list))
                {
                    _postings[word.Key] = list = [];
                }

                list.Add((e, word.Count()));
            }
        }

        _average = _lengths.DefaultIfEmpty(1).Average();
    }

    public string[] Find(string text, int hits)
    {
        Array.Clear(_scores);
        foreach (var word in Words(text).Distinct(StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(word, out var list))
            {
                continue;
            }

            var idf = Math.Log(1 + ((_entries.Length - list.Count + 0.5) / (list.Count + 0.5)));
            foreach (var (entry, count) in list)
            {
                _scores[entry] += idf * count * (K1 + 1) / (count + (K1 * (1 - B + (B * _lengths[entry] / _average))));
            }
        }

        return [.. Enumerable.Range(0, _scores.Length).Where(e => _scores[e] > 0).OrderByDescending(e => _scores[e]).Take(hits).Select(e => _entries[e].Id)];
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', '\n', '\t', '.', ',', ';', ':', '?', '!', '(', ')', '"', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
}
