namespace Outreach.Content.Search;

/// <summary>Turns what is known of the first candidates into chances.</summary>
/// <remarks>
/// Two logistic models, fitted on labelled questions of ours that are no variants, and on messages about other things. No weight is negative: more of anything never makes it less sure.
/// </remarks>
internal static class Confidence
{
    /// <summary>From this confidence on the bot answers; here about five of six first hits are right.</summary>
    public const double Answer = 0.74;

    /// <summary>Below this chance that the content has it at all, the bot says so.</summary>
    public const double InContent = 0.2;

    /// <summary>A rival this near, as a share of the first's score, is asked about even when the first is very like.</summary>
    public const double CloseRival = 0.06;

    /// <summary>The chance that the first candidate is right: that the content has it, and that no other is better.</summary>
    public static (double InContent, double Right) Of(in Signs signs)
    {
        var inContent = Logistic(
            -5.92 + (2.79 * signs.Nearest) + (3.0 * signs.Words) + (2.14 * signs.Pairs) + (0.49 * signs.Said) + (3.19 * signs.Filled)
            + (2.24 * signs.Chance));
        var first = Logistic(
            -0.21 + (2.33 * signs.Margin) + (0.4 * signs.Filled) + (0.98 * signs.Covered) + (2.45 * signs.Chance) + (0.85 * signs.Nearest));
        return (inContent, inContent * first);
    }

    public static SearchBand Band(double inContent, double right, double margin) =>
        inContent < InContent ? SearchBand.None
        : right < Answer || margin < CloseRival ? SearchBand.Suggest
        : SearchBand.Answer;

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
