using Outreach.Cases.Receipts;

namespace Outreach.Bot.Help;

/// <summary>Finds a receipt code in what somebody typed, so that it is never taken for a question or for words.</summary>
internal static class ReceiptText
{
    /// <summary>A digit or two forgotten or typed twice: still nothing but an attempt at a code.</summary>
    private const int Slip = 3;

    /// <summary>The code, alone or among other words; null when there is none.</summary>
    public static ReceiptCode? Find(string text) => Runs(text).Select(ReceiptCode.Parse).FirstOrDefault(code => code is not null);

    /// <summary>Whether it is a code, or is meant to be one and has a mistake in it.</summary>
    public static bool IsMeant(string text) =>
        Runs(text).Any(run => run.Count(char.IsDigit) is >= ReceiptCode.Digits - Slip and <= ReceiptCode.Digits + Slip)
        && text.Count(char.IsLetter) <= ReceiptCode.Digits;

    /// <summary>Stretches of digits with blanks, dots and dashes between them.</summary>
    private static IEnumerable<string> Runs(string text)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var belongs = i < text.Length && (char.IsDigit(text[i]) || (from >= 0 && IsBetween(text[i])));
            if (belongs && from < 0)
            {
                from = i;
            }
            else if (!belongs && from >= 0)
            {
                yield return text[from..i];
                from = -1;
            }
        }
    }

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || c is '.' or '·' or '_' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.DashPunctuation;
}
