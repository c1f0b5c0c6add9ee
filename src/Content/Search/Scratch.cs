using Outreach.Content.Search.Learning;

namespace Outreach.Content.Search;

/// <summary>What one search writes on: as large as the index, so kept and used again.</summary>
internal sealed class Scratch(int entries, int words, int pairs)
{
    public QueryPlan Plan { get; } = new();

    /// <summary>Score of each entry.</summary>
    public float[] Scores { get; } = new float[entries];

    /// <summary>Score of each entry within the slot at hand, and within one of its meanings.</summary>
    public float[] Slot { get; } = new float[entries];

    public float[] Meaning { get; } = new float[entries];
    public List<int> InSlot { get; } = [];
    public List<int> InMeaning { get; } = [];

    /// <summary>How much the question wants each word and pair; zero for nearly all.</summary>
    public float[] WantedWords { get; } = new float[words];

    public QueryWord[] Wanted { get; } = new QueryWord[words];
    public float[] WantedPairs { get; } = new float[pairs];

    /// <summary>The question with its abbreviations spelt out, as words and as their numbers.</summary>
    public List<Syllable> Spelt { get; } = [];

    public List<int> SpeltIds { get; } = [];
    public List<Feature> Features { get; } = [];

    /// <summary>How likely the model finds each entry; only where there is a model.</summary>
    public float[] Chances { get; } = new float[LinearModel.RowOf(entries)];

    public List<int> WantedWordIds { get; } = [];
    public List<int> WantedPairIds { get; } = [];
    public List<Candidate> Candidates { get; } = [];
    public PriorityQueue<Candidate, (float, int)> Best { get; } = new();

    public void Clear()
    {
        Plan.Clear();
        Array.Clear(Scores);
        foreach (var id in WantedWordIds)
        {
            WantedWords[id] = 0;
        }

        foreach (var id in WantedPairIds)
        {
            WantedPairs[id] = 0;
        }

        SpeltIds.Clear();
        WantedWordIds.Clear();
        WantedPairIds.Clear();
        Candidates.Clear();
        Best.Clear();
    }
}

/// <summary>An entry that may be the answer.</summary>
/// <param name="Whole">Score of the whole entry as a share of what the question could reach, 0 to 1.</param>
/// <param name="Chance">That it is meant, as the model finds; 0 without a model.</param>
internal readonly record struct Candidate(int Entry, float Score, float Whole, float Chance);
