using System.Runtime.InteropServices;

namespace Outreach.Content.Search;

/// <summary>Takes the best entries by their whole text and orders them again by nearest phrasing and coverage.</summary>
internal static class CandidateRanker
{
    public static void Rank(IndexTables tables, Scratch scratch, float reachable)
    {
        var plan = scratch.Plan;
        var asked = 0f;
        foreach (var slot in plan.Slots)
        {
            asked += slot.Weight;
        }

        // Where editors wrote no phrasings there is nothing to be near to.
        var share = tables.Tuning.Nearest * tables.Phrasings.Richness;
        Gather(tables, scratch);
        while (scratch.Best.TryDequeue(out var entry, out _))
        {
            var whole = reachable > 0 ? MathF.Min(1, scratch.Scores[entry] / reachable) : 0;
            var nearest = NearestPhrasing.Of(tables, scratch, entry, MathF.Min(asked, tables.Tuning.StoryWeight));
            var score = (share * nearest.Value) + ((1 - share) * whole);
            scratch.Candidates.Add(new Candidate(entry, score, whole, nearest));
        }

        Sort(scratch.Candidates);
        var letters = tables.Tuning.Letters * tables.Phrasings.Richness;
        if (letters > 0)
        {
            WeighLetters(tables, scratch, letters);
        }
    }

    private static void WeighLetters(IndexTables tables, Scratch scratch, float share)
    {
        tables.Letters.Want(scratch);
        var candidates = CollectionsMarshal.AsSpan(scratch.Candidates);
        for (var i = 0; i < candidates.Length; i++)
        {
            var (candidate, like) = (candidates[i], i < tables.Tuning.LetterCandidates ? tables.Letters.Likeness(scratch, candidates[i].Entry) : 0);
            candidates[i] = candidate with { Score = ((1 - share) * candidate.Score) + (share * like), Letters = like };
        }

        Sort(scratch.Candidates);
    }

    private static void Sort(List<Candidate> candidates) =>
        candidates.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Entry.CompareTo(b.Entry));

    private static void Gather(IndexTables tables, Scratch scratch)
    {
        var (best, scores) = (scratch.Best, scratch.Scores);
        var lowest = 0f;
        for (var e = 0; e < scores.Length; e++)
        {
            if (scores[e] <= lowest)
            {
                continue;
            }

            if (best.Count < tables.Tuning.Candidates)
            {
                best.Enqueue(e, (scores[e], -e));
            }
            else
            {
                best.EnqueueDequeue(e, (scores[e], -e));
                best.TryPeek(out _, out var worst);
                lowest = worst.Item1;
            }
        }
    }
}
