using System.Globalization;
using System.Text;

namespace Outreach.Content.Search;

/// <summary>Brings text to one form, whatever keyboard, phone or habit wrote it.</summary>
public static class TextNormalizer
{
    /// <summary>Longer messages than any channel lets through; what follows is not read.</summary>
    public const int MaxChars = 10_000;

    /// <summary>Lower case without marks, <c>đ</c> as <c>d</c>; signs and blanks stay.</summary>
    public static string Fold(string text)
    {
        var built = new StringBuilder(text.Length);
        foreach (var c in Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                built.Append(c == 'đ' ? 'd' : c);
            }
        }

        return built.ToString();
    }

    /// <summary>The words of a text, single-spaced, lower case, in NFC, tones in one place. Signs and emoji are gone.</summary>
    public static string Normalize(string text) => string.Join(' ', Tokenize(text).Select(s => s.Marked));

    /// <summary>The words of a text. Digits are parted from the letters after them ("3tr", "2thang"); <c>%</c> is a word.</summary>
    public static IReadOnlyList<Syllable> Tokenize(string text)
    {
        var found = new List<Syllable>();
        Tokenize(text, found);
        return found;
    }

    internal static void Tokenize(string text, List<Syllable> into)
    {
        var word = new SyllableBuilder();
        foreach (var c in Decompose(text))
        {
            if (c == '%')
            {
                word.Flush(into);
                into.Add(new Syllable("%", "%"));
            }
            else if (char.IsAsciiDigit(c))
            {
                word.AddDigit(c);
            }
            else if (char.IsLetter(c))
            {
                if (word.EndsInNumber)
                {
                    word.Flush(into);
                }

                word.AddLetter(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                word.AddMark(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format)
            {
                // Format characters (zero width, direction) stand inside words; anything else ends one.
                word.Flush(into);
            }
        }

        word.Flush(into);
    }

    /// <summary>Compatibility forms resolved, lower case, marks apart from their letters.</summary>
    private static string Decompose(string text)
    {
        if (text.Length > MaxChars)
        {
            text = text[..MaxChars];
        }

        try
        {
            return text.Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: cut by a phone, or sent on purpose. Normalize refuses it; people's other words still count.
            return WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        }
    }

    private static string WithoutLoneSurrogates(string text)
    {
        var built = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for a lone half.
            built.Append(rune.ToString());
        }

        return built.ToString();
    }
}
