namespace Outreach.Content.Search;

/// <summary>What the confidence goes by; each from 0 to 1.</summary>
/// <param name="Nearest">Likeness of the nearest phrasing.</param>
/// <param name="Whole">Score of the whole entry as a share of what the question could reach.</param>
/// <param name="Words">Share of the question, by weight, that the entry speaks of anywhere.</param>
/// <param name="Pairs">Share of its pairs of neighbours, by weight, that the entry has.</param>
/// <param name="Margin">Lead over the next candidate, as a share; from one half on it counts as one half.</param>
/// <param name="Said">How much was said at all: a single word is no question.</param>
/// <param name="Covered">Share of the question that the nearest phrasing says too.</param>
/// <param name="Filled">Share of the nearest phrasing that the question says.</param>
/// <param name="Chance">That it is meant, as the model finds.</param>
internal readonly record struct Signs(
    double Nearest, double Whole, double Words, double Pairs, double Margin, double Said, double Covered, double Filled, double Chance)
{
    private const double FullMargin = 0.5;

    /// <summary>About four telling words.</summary>
    private const double FullWeight = 15;

    public static Signs Of(IndexTables tables, Scratch scratch)
    {
        var first = scratch.Candidates[0];
        var rival = scratch.Candidates.Count > 1 ? scratch.Candidates[1].Score : 0;
        var margin = first.Score > 0 ? (first.Score - rival) / first.Score : 0;
        var (words, pairs) = Coverage.Of(tables, scratch.Plan, first.Entry);
        var nearest = NearestPhrasing.Of(tables, scratch, first.Entry);
        return new Signs(
            nearest.Value, first.Whole, words, pairs, Math.Min(FullMargin, margin), Math.Min(1, scratch.Plan.Weight / FullWeight),
            nearest.Covered, nearest.Filled, first.Chance);
    }
}
