using System.Globalization;
using System.Text;
using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>Small readings of what somebody typed.</summary>
internal static class TypedText
{
    /// <summary>NFC, invisible and control characters out (bidi marks, zero width), white space in single blanks, at most <see cref="Activity.MaxTextChars"/>.</summary>
    public static string Clean(string text)
    {
        var cut = text.Length <= Activity.MaxTextChars ? text : text[..Activity.MaxTextChars];
        var clean = new StringBuilder(cut.Length);
        foreach (var rune in cut.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune != Rune.ReplacementChar)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>At most so many characters, never ending inside an emoji or a letter with its marks: PostgreSQL takes no half of one.</summary>
    public static string Cut(string text, int maxChars)
    {
        if (text.Length <= maxChars)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= maxChars)
        {
            end = next;
        }

        return text[..end];
    }

    /// <summary>Lower case, punctuation at both ends off, one leading slash off, a bot's name after a command off.</summary>
    public static string Word(string text)
    {
        var word = text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Trim();
        if (word.StartsWith('/'))
        {
            word = word[1..];
            var at = word.IndexOf('@', StringComparison.Ordinal);
            word = at < 0 ? word : word[..at];
        }

        return word.Trim([' ', '.', ',', '!', '?', '…', '"', '\'', '~', ')', '(', ':', ';']);
    }

    /// <summary>Without Vietnamese marks: "huỷ đăng ký" becomes "huy dang ky".</summary>
    public static string WithoutMarks(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c switch { 'đ' => 'd', 'Đ' => 'D', _ => c });
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The number typed when it is nothing but one or two digits, also as an emoji key cap; else null.</summary>
    public static int? Digit(string text)
    {
        var bare = text.Replace("\uFE0F", "", StringComparison.Ordinal).Replace("\u20E3", "", StringComparison.Ordinal).Trim(' ', '.', ')', '(', '#');
        return bare.Length is 1 or 2 && bare.All(char.IsAsciiDigit) ? int.Parse(bare, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Whether there is no letter and no digit in it: emoji, dots, a sticker's stand-in.</summary>
    public static bool SaysNothing(string text) => !text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
