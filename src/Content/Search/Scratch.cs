namespace Outreach.Content.Search;

/// <summary>What one search writes on: as large as the index, so kept and used again.</summary>
internal sealed class Scratch(int entries, int words, int pairs, int runs)
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
    /// <summary>Rarity of each run of letters that the question has; zero for nearly all.</summary>
    public float[] WantedRuns { get; } = new float[runs];

    public List<int> WantedRunIds { get; } = [];

    /// <summary>Length of the question as a vector of its runs.</summary>
    public float RunLength { get; set; }

    public List<int> WantedWordIds { get; } = [];
    public List<int> WantedPairIds { get; } = [];
    public List<Candidate> Candidates { get; } = [];
    public PriorityQueue<int, (float, int)> Best { get; } = new();

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

        foreach (var id in WantedRunIds)
        {
            WantedRuns[id] = 0;
        }

        WantedRunIds.Clear();
        WantedWordIds.Clear();
        WantedPairIds.Clear();
        Candidates.Clear();
        Best.Clear();
    }
}

/// <summary>An entry that may be the answer.</summary>
/// <param name="Whole">Score of the whole entry as a share of what the question could reach, 0 to 1.</param>
/// <param name="Nearest">Its nearest phrasing.</param>
/// <param name="Letters">Likeness of its letters, 0 to 1; 0 for those not looked at.</param>
internal readonly record struct Candidate(int Entry, float Score, float Whole, Likeness Nearest, float Letters = 0);
