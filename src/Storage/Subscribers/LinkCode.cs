using System.Security.Cryptography;

namespace Outreach.Storage.Subscribers;

/// <summary>A code that a subscriber types in another conversation of theirs. Shown once; kept as a keyed hash alone, until it is used or ten minutes are over.</summary>
public sealed class LinkCode
{
    public const int Chars = 8;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>
    /// No vowels, so that no word is a code; no letters that look like another or that a Vietnamese keyboard turns into another (W, D).
    /// With 25 of them eight are 37 bits: with five tries in ten minutes nobody meets one by chance.
    /// </summary>
    private const string Alphabet = "23456789BCFGHJKMNPQRSTVXZ";

    /// <summary>Keyed HMAC of the code.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid SubscriberId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>A new code as it is shown: <c>K7QM-2X9R</c>.</summary>
    public static string New()
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetString(Alphabet, Chars);
            if (IsCode(code))
            {
                return $"{code[..(Chars / 2)]}-{code[(Chars / 2)..]}";
            }
        }
    }

    /// <summary>The code that a text is, in small or capital letters, with blanks or dashes; null when it is none.</summary>
    public static string? Parse(string text)
    {
        if (text.Length > 2 * Chars)
        {
            return null;
        }

        var code = string.Concat(text.Where(c => c is not (' ' or '-' or '–' or '.'))).ToUpperInvariant();
        return IsCode(code) ? code : null;
    }

    /// <summary>Letters and digits both: neither a telephone number nor a laugh is one.</summary>
    private static bool IsCode(string text) =>
        text.Length == Chars && text.All(Alphabet.Contains) && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);
}
