namespace Outreach.Content.Search;

/// <summary>Adds up the weighted frequencies of terms in one entry at a time.</summary>
internal sealed class TermCounts
{
    private readonly List<int> _touched = [];
    private float[] _counts = [];

    public void Add(int term, float weight)
    {
        if (term >= _counts.Length)
        {
            Array.Resize(ref _counts, Math.Max(term + 1, _counts.Length * 2));
        }

        if (_counts[term] == 0)
        {
            _touched.Add(term);
        }

        _counts[term] += weight;
    }

    /// <summary>Hands the entry's terms over and starts anew.</summary>
    public void MoveTo(Postings.Builder postings, int entry)
    {
        foreach (var term in _touched)
        {
            postings.Add(term, entry, _counts[term]);
            _counts[term] = 0;
        }

        _touched.Clear();
    }
}
