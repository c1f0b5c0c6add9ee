namespace Outreach.Content.Search;

/// <summary>Takes a finished search apart.</summary>
internal static class Explainer
{
    private const int MaxExplained = 3;
    private const int MaxTerms = 12;

    public static SearchExplanation Explain(IndexTables tables, Scratch scratch, SearchResult result)
    {
        var inContent = scratch.Candidates.Count > 0 ? Confidence.Of(Signs.Of(tables, scratch)).InContent : 0;
        return new SearchExplanation(
            string.Join(' ', scratch.Plan.Typed.Select(w => w.Marked)),
            [.. scratch.Plan.Repairs],
            result,
            inContent,
            [.. scratch.Candidates.Take(MaxExplained).Select(c => Explain(tables, scratch, c))]);
    }

    private static ExplainedHit Explain(IndexTables tables, Scratch scratch, Candidate candidate)
    {
        var entry = tables.Entries[candidate.Entry];
        var nearest = NearestPhrasing.Of(tables, scratch, candidate.Entry);
        var fields = tables.FieldsOf(candidate.Entry);
        var terms = Terms(tables, scratch, candidate.Entry)
            .GroupBy(t => t.Term)
            .Select(g => (Term: g.Key, Score: g.Max(t => t.Score)))
            .OrderByDescending(t => t.Score).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(MaxTerms)
            .Select(t => new ExplainedTerm(t.Term, t.Score, fields.With(t.Term)));
        return new ExplainedHit(
            entry.Id, candidate.Score, Phrasing(tables, candidate.Entry, nearest), nearest.Value, candidate.Whole, [.. terms],
            candidate.Chance, [.. Learnt(tables, scratch, candidate.Entry)]);
    }

    private static string? Phrasing(IndexTables tables, int of, Likeness nearest)
    {
        if (nearest.Phrasing < 0)
        {
            return null;
        }

        var number = nearest.Phrasing - tables.Phrasings.Of(of).Start.Value;
        return number == 0 ? tables.Entries[of].Question : tables.Entries[of].Variants[number - 1];
    }

    private static IEnumerable<LearntTerm> Learnt(IndexTables tables, Scratch scratch, int entry)
    {
        var vocabulary = tables.Vocabulary;
        return (tables.Intents?.Reasons(scratch.Features, entry) ?? [])
            .Where(reason => reason.Score > 0)
            .Select(reason => new LearntTerm(
                reason.First < 0 ? vocabulary.Word(reason.Second) : $"{vocabulary.Word(reason.First)} {vocabulary.Word(reason.Second)}", reason.Score))
            .OrderByDescending(term => term.Score).ThenBy(term => term.Term, StringComparer.Ordinal)
            .Take(MaxTerms);
    }

    private static IEnumerable<(string Term, double Score)> Terms(IndexTables tables, Scratch scratch, int entry)
    {
        foreach (var id in scratch.WantedWordIds)
        {
            if (tables.Words.Weight(id, entry) is var weight and > 0)
            {
                yield return (tables.Vocabulary.Word(id), weight * scratch.WantedWords[id]);
            }
        }

        var words = scratch.Plan.Words;
        for (var i = 1; i < words.Count; i++)
        {
            var pair = tables.Vocabulary.FindPair(words[i - 1].Id, words[i].Id);
            if (pair >= 0 && scratch.WantedPairs[pair] > 0 && tables.Pairs.Weight(pair, entry) is var weight and > 0)
            {
                var term = $"{tables.Vocabulary.Word(words[i - 1].Id)} {tables.Vocabulary.Word(words[i].Id)}";
                yield return (term, weight * scratch.WantedPairs[pair] * tables.Tuning.Pair);
            }
        }
    }
}
