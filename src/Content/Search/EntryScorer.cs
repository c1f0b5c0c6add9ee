namespace Outreach.Content.Search;

/// <summary>BM25F over words and pairs of neighbours. A slot with several meanings counts for each entry by the best of them.</summary>
internal static class EntryScorer
{
    /// <returns>What an entry that has everything would about reach.</returns>
    public static float Score(IndexTables tables, Scratch scratch)
    {
        var plan = scratch.Plan;
        var reachable = 0f;
        for (var s = 0; s < plan.Slots.Count; s++)
        {
            var slot = plan.Slots[s];
            if (slot.Alternatives == 1)
            {
                reachable += Add(tables, scratch, plan.Alternatives[slot.FirstAlternative], scratch.Scores, null);
            }
            else
            {
                reachable += AddBest(tables, scratch, slot);
            }

            if (s > 0)
            {
                reachable += AddPairs(tables, scratch, plan.Slots[s - 1], slot);
            }
        }

        return reachable;
    }

    private static float AddBest(IndexTables tables, Scratch scratch, Slot slot)
    {
        var reachable = 0f;
        for (var a = slot.FirstAlternative; a < slot.FirstAlternative + slot.Alternatives; a++)
        {
            reachable = MathF.Max(reachable, Add(tables, scratch, scratch.Plan.Alternatives[a], scratch.Meaning, scratch.InMeaning));
            foreach (var entry in scratch.InMeaning)
            {
                ref var best = ref scratch.Slot[entry];
                if (best == 0)
                {
                    scratch.InSlot.Add(entry);
                }

                best = MathF.Max(best, scratch.Meaning[entry]);
                scratch.Meaning[entry] = 0;
            }

            scratch.InMeaning.Clear();
        }

        foreach (var entry in scratch.InSlot)
        {
            scratch.Scores[entry] += scratch.Slot[entry];
            scratch.Slot[entry] = 0;
        }

        scratch.InSlot.Clear();
        return reachable;
    }

    private static float Add(IndexTables tables, Scratch scratch, Alternative alternative, float[] scores, List<int>? touched)
    {
        var reachable = 0f;
        var words = scratch.Plan.WordsOf(alternative);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Id < 0)
            {
                continue;
            }

            var weight = alternative.Weight * word.Stop * (word.IsOther ? tables.Tuning.OtherMarks : 1);
            var want = Want(scratch, word, weight);
            if (!want && touched is null)
            {
                continue;   // said before: a story does not ask more by saying it again
            }

            var byMarks = word.HasMarks && !word.IsOther && tables.Vocabulary.IsAmbiguous(word.Id);
            var plain = byMarks ? weight * (1 - tables.Tuning.Marks) : weight;
            Spread(tables.Words, word.Id, plain, scores, touched);
            reachable += plain * tables.WordIdf[word.Id] * (tables.Tuning.Saturation + 1);
            if (byMarks)
            {
                Spread(tables.Marked, word.Marked, weight * tables.Tuning.Marks, scores, touched);
                reachable += weight * tables.Tuning.Marks * tables.MarkedIdf[word.Marked] * (tables.Tuning.Saturation + 1);
            }

            if (i > 0)
            {
                reachable += AddPair(tables, scratch, words[i - 1], word, alternative.Weight, scores, touched);
            }
        }

        return reachable;
    }

    private static float AddPairs(IndexTables tables, Scratch scratch, Slot left, Slot right)
    {
        var reachable = 0f;
        var plan = scratch.Plan;
        for (var a = left.FirstAlternative; a < left.FirstAlternative + left.Alternatives; a++)
        {
            for (var b = right.FirstAlternative; b < right.FirstAlternative + right.Alternatives; b++)
            {
                var (first, second) = (plan.Alternatives[a], plan.Alternatives[b]);
                var weight = first.Weight * second.Weight;
                reachable = MathF.Max(
                    reachable, AddPair(tables, scratch, plan.WordsOf(first)[^1], plan.WordsOf(second)[0], weight, scratch.Scores, null));
            }
        }

        return reachable;
    }

    private static float AddPair(
        IndexTables tables, Scratch scratch, QueryWord first, QueryWord second, float weight, float[] scores, List<int>? touched)
    {
        var pair = tables.Vocabulary.FindPair(first.Id, second.Id);
        if (pair < 0)
        {
            return 0;
        }

        // Two numbers are a date (2/9) or a share (24/7): together they tell what neither does alone.
        var numbers = char.IsAsciiDigit(tables.Vocabulary.Word(first.Id)[0]) && char.IsAsciiDigit(tables.Vocabulary.Word(second.Id)[0]);
        weight *= numbers ? 1 : MathF.Sqrt(first.Stop * second.Stop);
        if (scratch.WantedPairs[pair] > 0 && touched is null)
        {
            return 0;
        }

        if (scratch.WantedPairs[pair] == 0)
        {
            scratch.WantedPairIds.Add(pair);
        }

        scratch.WantedPairs[pair] = MathF.Max(scratch.WantedPairs[pair], weight);
        weight *= tables.Tuning.Pair;
        Spread(tables.Pairs, pair, weight, scores, touched);
        return weight * tables.PairIdf[pair] * (tables.Tuning.Saturation + 1);
    }

    /// <returns>False when the question said this word before.</returns>
    private static bool Want(Scratch scratch, QueryWord word, float weight)
    {
        ref var wanted = ref scratch.WantedWords[word.Id];
        if (wanted > 0)
        {
            wanted = MathF.Max(wanted, weight);
            return false;
        }

        wanted = weight;
        scratch.Wanted[word.Id] = word;
        scratch.WantedWordIds.Add(word.Id);
        return true;
    }

    private static void Spread(Postings postings, int term, float weight, float[] scores, List<int>? touched)
    {
        var entries = postings.Entries(term);
        var weights = postings.Weights(term);
        if (touched is null)
        {
            for (var i = 0; i < entries.Length; i++)
            {
                scores[entries[i]] += weight * weights[i];
            }

            return;
        }

        for (var i = 0; i < entries.Length; i++)
        {
            ref var score = ref scores[entries[i]];
            if (score == 0)
            {
                touched.Add(entries[i]);
            }

            score += weight * weights[i];
        }
    }
}
