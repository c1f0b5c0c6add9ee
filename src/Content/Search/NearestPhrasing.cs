namespace Outreach.Content.Search;

/// <summary>How like a question is to the nearest way in which an entry's question is put.</summary>
internal static class NearestPhrasing
{
    private const float PairShare = 0.4f;

    public static Likeness Of(IndexTables tables, Scratch scratch, int entry)
    {
        var asked = MathF.Min(scratch.Plan.Weight, tables.Tuning.StoryWeight);
        var phrasings = tables.Phrasings;
        var best = new Likeness(0, -1, 0, 0);
        var (from, to) = (phrasings.Of(entry).Start.Value, phrasings.Of(entry).End.Value);
        for (var p = from; p < to; p++)
        {
            var words = phrasings.Words(p);
            var pairs = phrasings.Pairs(p);
            float matched = 0, matchedPairs = 0;
            for (var i = 0; i < words.Length; i++)
            {
                var wanted = scratch.WantedWords[words[i].Id];
                if (wanted > 0)
                {
                    var typed = scratch.Wanted[words[i].Id];
                    var differs = typed.HasMarks && words[i].Marked >= 0 && typed.Marked != words[i].Marked;
                    matched += phrasings.Idf[words[i].Id] * (differs ? wanted * tables.Tuning.OtherMarks : wanted);
                    if (pairs[i] >= 0 && scratch.WantedPairs[pairs[i]] > 0)
                    {
                        matchedPairs += phrasings.Idf[words[i].Id] * scratch.WantedPairs[pairs[i]];
                    }
                }
            }

            var both = asked + phrasings.Weight(p);
            var likeness = both > 0 ? 2 * (((1 - PairShare) * matched) + (PairShare * matchedPairs)) / both : 0;
            if (likeness > best.Value)
            {
                best = new Likeness(MathF.Min(1, likeness), p, MathF.Min(1, matched / asked), MathF.Min(1, matched / phrasings.Weight(p)));
            }
        }

        return best;
    }
}

/// <param name="Value">0 to 1.</param>
/// <param name="Phrasing">Number of the nearest phrasing, -1 for none.</param>
/// <param name="Covered">Share of the question that it says too.</param>
/// <param name="Filled">Share of it that the question says.</param>
internal readonly record struct Likeness(float Value, int Phrasing, float Covered, float Filled);
