namespace Outreach.Content.Search;

/// <summary>Turns what is known of the first candidates into chances.</summary>
/// <remarks>
/// Two logistic models, fitted on the content with one variant left out at a time, with one whole answer left out at a time, on
/// messages about other things, and on labelled chat lines. No weight is negative: more of anything never makes it less sure.
/// </remarks>
internal static class Confidence
{
    /// <summary>From this confidence on the bot answers; here about four of five first hits are right.</summary>
    public const double Answer = 0.55;

    /// <summary>Below this chance that the content has it at all, the bot says so.</summary>
    public const double InContent = 0.30;

    /// <summary>A rival this near, as a share of the first's score, is asked about even when the first is very like.</summary>
    public const double CloseRival = 0.03;

    /// <summary>The chance that the first candidate is right: that the content has it, and that no other is better.</summary>
    public static (double InContent, double Right) Of(in Signs signs)
    {
        var inContent = Logistic(
            -6.66 + (2.04 * signs.Nearest) + (0.48 * signs.Whole) + (2.67 * signs.Words) + (1.66 * signs.Pairs)
            + (1.45 * signs.Said) + (4.12 * signs.Filled));
        var first = Logistic(-0.47 + (7.28 * signs.Margin) + (0.45 * signs.Filled) + (0.61 * signs.Covered));
        return (inContent, inContent * first);
    }

    public static SearchBand Band(double inContent, double right, double margin) =>
        inContent < InContent ? SearchBand.None
        : right < Answer || margin < CloseRival ? SearchBand.Suggest
        : SearchBand.Answer;

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
