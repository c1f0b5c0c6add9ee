using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Outreach.Staff.Cases;

/// <summary>
/// What a worker wrote, as it may stand on a page of staff: letters and nothing else. Markup is encoded, links are words,
/// and signs that nobody sees or that turn a line round are written out (<c>⟦U+202E⟧</c>), so that no text can pose as
/// another or hide a part of itself.
/// </summary>
internal static class InertText
{
    /// <summary>Thai and Khmer stack three marks on a letter, Vietnamese two; more is there to paint over other lines.</summary>
    private const int MaxMarksOnALetter = 3;

    private const int Joiner = 0x200D;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Blank to the eye, though Unicode counts them as letters or symbols.</summary>
    private static readonly int[] Blanks = [0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180E, 0x180F, 0x2800, 0x3164, 0xFFA0];

    public static IHtmlContent Html(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var (run, isOdd) in Runs(text))
        {
            html.Append(isOdd ? $"<span class=\"odd-sign\">{run}</span>" : Encoder.Encode(run).Replace("&#xA;", "\n", StringComparison.Ordinal));
        }

        return new HtmlString(html.ToString());
    }

    /// <summary>The same as plain text: for a title or an attribute, which the page encodes itself.</summary>
    public static string Plain(string text) => string.Concat(Runs(text).Select(r => r.Text));

    private static IEnumerable<(string Text, bool IsOdd)> Runs(string text)
    {
        var run = new StringBuilder();
        var runes = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes().ToArray();
        var marks = 0;
        for (var i = 0; i < runes.Length; i++)
        {
            marks = IsMark(runes[i]) ? marks + 1 : 0;
            if (marks <= MaxMarksOnALetter && !IsOdd(runes, i))
            {
                run.Append(runes[i]);
                continue;
            }

            if (run.Length > 0)
            {
                yield return (run.ToString(), false);
                run.Clear();
            }

            var times = 1;
            while (i + 1 < runes.Length && (marks > MaxMarksOnALetter ? IsMark(runes[i + 1]) : runes[i + 1] == runes[i]))
            {
                (i, times) = (i + 1, times + 1);
            }

            yield return ($"⟦U+{runes[i].Value:X4}{(times > 1 ? string.Create(CultureInfo.InvariantCulture, $" ×{times}") : "")}⟧", true);
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), false);
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && !IsEmojiVariation(rune);

    private static bool IsOdd(Rune[] runes, int at)
    {
        var rune = runes[at];
        return rune.Value is not ('\n' or '\t')
            && !(rune.Value == Joiner && JoinsEmoji(runes, at))
            && (Blanks.Contains(rune.Value) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || IsOtherVariation(rune));
    }

    private static bool JoinsEmoji(Rune[] runes, int at) => at > 0 && at + 1 < runes.Length
        && (IsPicture(runes[at - 1]) || IsEmojiVariation(runes[at - 1])) && IsPicture(runes[at + 1]);

    private static bool IsPicture(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol || rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>VS15 and VS16: as a sign or as a picture.</summary>
    private static bool IsEmojiVariation(Rune rune) => rune.Value is 0xFE0E or 0xFE0F;

    /// <summary>The others carry hidden data as well as anything.</summary>
    private static bool IsOtherVariation(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0D) or (>= 0xE0100 and <= 0xE01EF);
}
