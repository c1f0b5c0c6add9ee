namespace Outreach.Content.Search;

/// <summary>How like a question is to the nearest way in which an entry's question is put.</summary>
internal static class NearestPhrasing
{
    private const float PairShare = 0.4f;

    /// <summary>What is left of a word that has other marks than the typed one.</summary>
    private const float OtherMarks = 0.4f;

    /// <param name="asked">What the words of the question weigh together.</param>
    public static (float Likeness, int Phrasing) Of(IndexTables tables, Scratch scratch, int entry, float asked)
    {
        var phrasings = tables.Phrasings;
        var (best, nearest) = (0f, -1);
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
                    matched += phrasings.Idf[words[i].Id] * (differs ? wanted * OtherMarks : wanted);
                    if (pairs[i] >= 0 && scratch.WantedPairs[pairs[i]] > 0)
                    {
                        matchedPairs += phrasings.Idf[words[i].Id] * scratch.WantedPairs[pairs[i]];
                    }
                }
            }

            var both = asked + phrasings.Weight(p);
            var likeness = both > 0 ? 2 * (((1 - PairShare) * matched) + (PairShare * matchedPairs)) / both : 0;
            if (likeness > best)
            {
                (best, nearest) = (likeness, p);
            }
        }

        return (MathF.Min(1, best), nearest);
    }
}
