namespace Outreach.Content.Search;

/// <summary>How much of a question an entry speaks of at all, in any field.</summary>
internal static class Coverage
{
    public static (float Words, float Pairs) Of(IndexTables tables, QueryPlan plan, int entry)
    {
        float asked = 0, found = 0, askedPairs = 0, foundPairs = 0;
        var before = (Slot?)null;
        foreach (var slot in plan.Slots)
        {
            asked += slot.Weight;
            found += slot.Weight * Share(tables, plan, slot, entry);
            if (before is { } left)
            {
                var weight = MathF.Sqrt(left.Weight * slot.Weight);
                askedPairs += weight;
                foundPairs += HasPair(tables, plan, left, slot, entry) ? weight : 0;
            }

            before = slot;
        }

        return (asked > 0 ? found / asked : 0, askedPairs > 0 ? foundPairs / askedPairs : 0);
    }

    private static float Share(IndexTables tables, QueryPlan plan, Slot slot, int entry)
    {
        var best = 0f;
        for (var a = slot.FirstAlternative; a < slot.FirstAlternative + slot.Alternatives; a++)
        {
            var alternative = plan.Alternatives[a];
            var found = 0f;
            foreach (var word in plan.WordsOf(alternative))
            {
                found += Share(tables, word, entry);
            }

            best = MathF.Max(best, alternative.Weight * found / alternative.Count);
        }

        return best;
    }

    private static float Share(IndexTables tables, QueryWord word, int entry) =>
        word.Id < 0 || !tables.Words.Has(word.Id, entry) ? 0
        : word.IsOther || (word.Marked >= 0 && tables.Vocabulary.IsAmbiguous(word.Id) && !tables.Marked.Has(word.Marked, entry))
            ? tables.Tuning.OtherMarks
        : 1;

    private static bool HasPair(IndexTables tables, QueryPlan plan, Slot left, Slot right, int entry)
    {
        for (var a = left.FirstAlternative; a < left.FirstAlternative + left.Alternatives; a++)
        {
            for (var b = right.FirstAlternative; b < right.FirstAlternative + right.Alternatives; b++)
            {
                var pair = tables.Vocabulary.FindPair(plan.WordsOf(plan.Alternatives[a])[^1].Id, plan.WordsOf(plan.Alternatives[b])[0].Id);
                if (pair >= 0 && tables.Pairs.Has(pair, entry))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
