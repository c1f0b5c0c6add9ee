namespace Outreach.Content.Search;

/// <summary>What was found for one question, best first.</summary>
/// <param name="Confidence">Calibrated: the chance from 0 to 1 that the first hit is right.</param>
public sealed record SearchResult(SearchBand Band, double Confidence, IReadOnlyList<SearchHit> Hits)
{
    public static SearchResult Nothing { get; } = new(SearchBand.None, 0, []);
}

/// <summary>One entry that fits.</summary>
/// <param name="Id">Id of the answer.</param>
/// <param name="Score">Comparable only within one result.</param>
public readonly record struct SearchHit(string Id, double Score);
