namespace Outreach.Content.Search.Unanswered;

/// <summary>Questions that are the same word for word, and what their words weigh.</summary>
internal sealed class Wording
{
    /// <param name="key">Its words in one form: what the same wording is known by.</param>
    public Wording(string key, IEnumerable<AskedQuestion> rows)
    {
        Key = key;
        Rows = [.. rows];
        Text = Rows.GroupBy(row => OneLine.Of(row.Text), StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .First().Key;
    }

    public string Key { get; }
    public IReadOnlyList<AskedQuestion> Rows { get; }

    /// <summary>As it was sent most often.</summary>
    public string Text { get; }

    /// <summary>By number, rising; each once.</summary>
    public Term[] Terms { get; private set; } = [];

    /// <summary>Of all terms together.</summary>
    public float Weight { get; private set; }

    public void Take(IEnumerable<Term> terms)
    {
        Terms = [.. terms.OrderBy(term => term.Number)];
        Weight = Terms.Sum(term => term.Weight);
    }

    /// <summary>Dice's measure over weighted words and pairs of neighbours: 0 to 1.</summary>
    public float Likeness(Wording other)
    {
        var (mine, theirs) = (Terms, other.Terms);
        var shared = 0f;
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length;)
        {
            if (mine[i].Number == theirs[j].Number)
            {
                // The same letters weigh less where they were sent without marks and may be a word of grammar.
                shared += MathF.Min(mine[i++].Weight, theirs[j++].Weight);
            }
            else if (mine[i].Number < theirs[j].Number)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return Weight + other.Weight > 0 ? 2 * shared / (Weight + other.Weight) : 0;
    }
}

/// <summary>A word or two neighbours.</summary>
/// <param name="Weight">How much it tells, in the content's own measure.</param>
internal readonly record struct Term(int Number, float Weight);
