namespace Outreach.Content.Search;

/// <summary>Turns what is known of the first two candidates into the chance that the first is right.</summary>
internal static class Confidence
{
    /// <summary>From here the bot answers.</summary>
    public const double Answer = 0.62;

    /// <summary>From here it asks "did you mean".</summary>
    public const double Suggest = 0.30;

    /// <summary>A rival this near in score makes even a sure hit a question back.</summary>
    private const float CloseRival = 0.03f;

    public static double Of(Candidate first, Candidate? second, QueryPlan plan)
    {
        var margin = second is { } rival && first.Score > 0 ? (first.Score - rival.Score) / first.Score : 1;
        var x = -4.6 + (5.0 * first.Nearest) + (2.0 * first.Whole) + (3.0 * first.Coverage) + (1.0 * first.PairCoverage) + (0.8 * Math.Min(0.5, margin));
        return 1 / (1 + Math.Exp(-x));
    }

    public static SearchBand Band(double confidence, Candidate first, Candidate? second) =>
        confidence < Suggest ? SearchBand.None
        : confidence < Answer || (second is { } rival && first.Score - rival.Score < CloseRival * first.Score) ? SearchBand.Suggest
        : SearchBand.Answer;
}
