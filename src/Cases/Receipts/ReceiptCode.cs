using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Outreach.Cases.Receipts;

/// <summary>What a worker keeps to come back to their request: 19 random digits and a check digit. Never logged, never in a URL.</summary>
public sealed record ReceiptCode
{
    /// <summary>Digits in all, the check digit included.</summary>
    public const int Digits = 20;

    private const int GroupLength = 4;

    private readonly string _digits;

    private ReceiptCode(string digits) => _digits = digits;

    /// <summary>The digits without anything between them, for hashing.</summary>
    internal string Plain => _digits;

    /// <summary>Five groups of four, as it is shown and read aloud: <c>1234 5678 …</c>.</summary>
    public string Grouped => string.Join(' ', Enumerable.Range(0, Digits / GroupLength).Select(i => _digits.Substring(i * GroupLength, GroupLength)));

    public static ReceiptCode New()
    {
        var random = RandomNumberGenerator.GetString("0123456789", Digits - 1);
        return new ReceiptCode(random + Damm.CheckDigit(random));
    }

    /// <summary>Reads what somebody typed or pasted; spaces, dashes and dots between digits do not matter.</summary>
    /// <returns>Null when it is no code: too short, too long, other letters, or a digit is wrong or two are swapped.</returns>
    public static ReceiptCode? Parse([NotNullWhen(true)] string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        Span<char> digits = stackalloc char[Digits];
        var length = 0;
        foreach (var letter in typed)
        {
            if (DigitOf(letter) is { } digit)
            {
                if (length == Digits)
                {
                    return null;
                }

                digits[length++] = (char)('0' + digit);
            }
            else if (!IsBetween(letter))
            {
                return null;
            }
        }

        return length == Digits && Damm.Holds(digits) ? new ReceiptCode(digits.ToString()) : null;
    }

    /// <summary>Shows nothing: whatever prints a record must not print this one.</summary>
    public override string ToString() => nameof(ReceiptCode);

    /// <summary>Keyboards of other scripts write their own digits, full-width ones among them.</summary>
    private static int? DigitOf(char letter) => char.IsDigit(letter) ? (int)char.GetNumericValue(letter) : null;

    private static bool IsBetween(char letter) =>
        char.IsWhiteSpace(letter) || letter is '.' or ',' or '·' or '•' or '_' or '\u200B' or '\u2060' or '\uFEFF' || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.DashPunctuation;
}
