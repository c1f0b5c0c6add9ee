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
    public const double InContent = 0.22;

    /// <summary>A rival this near, as a share of the first's score, is asked about even when the first is very like.</summary>
    public const double CloseRival = 0.06;

    /// <summary>The chance that the first candidate is right: that the content has it, and that no other is better.</summary>
    public static (double InContent, double Right) Of(in Signs signs)
    {
        var inContent = Logistic(
            -6.05 + (2.69 * signs.Nearest) + (0.45 * signs.Whole) + (2.90 * signs.Words) + (2.35 * signs.Pairs)
            + (0.62 * signs.Said) + (3.87 * signs.Filled) + (2.34 * signs.Letters));
        var first = Logistic(
            -0.72 + (4.47 * signs.Margin) + (1.47 * signs.Filled) + (0.53 * signs.Covered) + (0.79 * signs.Letters) + (1.19 * signs.Nearest));
        return (inContent, inContent * first);
    }

    public static SearchBand Band(double inContent, double right, double margin) =>
        inContent < InContent ? SearchBand.None
        : right < Answer || margin < CloseRival ? SearchBand.Suggest
        : SearchBand.Answer;

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
