using System.Runtime.InteropServices;

namespace Outreach.Content.Search;

/// <summary>Orders the entries by what they say as a whole and by what the model makes of the question.</summary>
internal static class CandidateRanker
{
    /// <summary>From this chance on an entry is a candidate even when it has none of the words.</summary>
    private const float LikelyWithoutWords = 0.1f;

    public static void Rank(IndexTables tables, Scratch scratch, float reachable)
    {
        // Where editors wrote few phrasings there is little to learn from.
        var share = tables.Tuning.Intents * tables.Phrasings.Richness;
        if (share > 0)
        {
            ReadChances(tables, scratch);
        }

        var span = MathF.Log(1 + (1 / tables.Tuning.LeastChance));
        var (best, lowest) = (scratch.Best, 0f);
        for (var e = 0; e < scratch.Scores.Length; e++)
        {
            var chance = scratch.Chances[e];
            if (scratch.Scores[e] <= 0 && chance < LikelyWithoutWords)
            {
                continue;
            }

            var whole = reachable > 0 ? MathF.Min(1, scratch.Scores[e] / reachable) : 0;
            var score = share > 0 ? ((1 - share) * whole) + (share * MathF.Log(1 + (chance / tables.Tuning.LeastChance)) / span) : whole;
            if (best.Count < SearchIndex.MaxHits)
            {
                best.Enqueue(new Candidate(e, score, whole, chance), (score, -e));
            }
            else if (score > lowest)
            {
                best.EnqueueDequeue(new Candidate(e, score, whole, chance), (score, -e));
            }

            lowest = best.TryPeek(out _, out var worst) ? worst.Item1 : 0;
        }

        while (best.TryDequeue(out var candidate, out _))
        {
            scratch.Candidates.Add(candidate);
        }

        scratch.Candidates.Reverse();
    }

    private static void ReadChances(IndexTables tables, Scratch scratch)
    {
        tables.Expansions.SpellOut(scratch.Plan.Typed, scratch.Spelt);
        foreach (var word in scratch.Spelt)
        {
            scratch.SpeltIds.Add(tables.Vocabulary.Find(word.Folded));
        }

        tables.Intents!.Read(CollectionsMarshal.AsSpan(scratch.SpeltIds), scratch.Features, scratch.Chances);
    }
}
