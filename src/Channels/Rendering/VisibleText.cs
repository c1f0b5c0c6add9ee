using System.Globalization;
using System.Text;

namespace Outreach.Channels.Rendering;

/// <summary>Text as it may be shown, and how long it is to the eye.</summary>
internal static class VisibleText
{
    /// <summary>NFC, LF line ends, four spaces for a tab, no other control characters. Joiners of emoji stay.</summary>
    public static string Clean(string text)
    {
        var plain = true;
        foreach (var c in text)
        {
            if (char.IsControl(c) && c != '\n')
            {
                plain = false;
                break;
            }
        }

        if (!plain)
        {
            var builder = new StringBuilder(text.Length);
            foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal))
            {
                _ = c switch
                {
                    '\t' => builder.Append("    "),
                    '\r' => builder.Append('\n'),
                    _ when char.IsControl(c) && c != '\n' => builder,
                    _ => builder.Append(c),
                };
            }

            text = builder.ToString();
        }

        return Normalize(text);
    }

    /// <summary>NFC. A lone half of a surrogate pair, which no channel takes, becomes U+FFFD.</summary>
    public static string Normalize(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            var whole = Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
            return whole.Normalize(NormalizationForm.FormC);
        }
    }

    /// <summary>At most so many UTF-16 units, cut between two graphemes (between two characters where one grapheme alone is longer).</summary>
    public static string Cut(string text, int maxUnits)
    {
        if (text.Length <= maxUnits)
        {
            return text;
        }

        var at = GraphemeBoundary(text, maxUnits);
        return text[..at];
    }

    /// <summary>The last place at or before <paramref name="limit"/> (at least 1) where text may be cut.</summary>
    public static int GraphemeBoundary(string text, int limit)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (at + length > limit)
            {
                break;
            }

            at += length;
        }

        if (at > 0)
        {
            return at;
        }

        return char.IsHighSurrogate(text[limit - 1]) ? Math.Max(limit - 1, Math.Min(2, text.Length)) : limit;
    }

    /// <summary>How many columns of a fixed-width font: one for each grapheme.</summary>
    public static int Columns(string text) => Ascii.IsValid(text) ? text.Length : new StringInfo(text).LengthInTextElements;
}
