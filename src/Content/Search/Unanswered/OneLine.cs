using System.Globalization;
using System.Text;

namespace Outreach.Content.Search.Unanswered;

/// <summary>What people sent, made fit to be shown in a terminal and to be pasted.</summary>
internal static class OneLine
{
    /// <summary>In NFC, single-spaced, without the signs that steer a terminal or turn the direction of writing.</summary>
    public static string Of(string text) => Join(text, keepMasks: true);

    /// <summary>The same without <c>[tên]</c>, <c>[số]</c> and the like: they are the mask's words, not the asker's.</summary>
    public static string WithoutMasks(string text) => Join(text, keepMasks: false);

    private static string Join(string text, bool keepMasks)
    {
        var built = new StringBuilder(text.Length);
        var (gap, masked) = (false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            masked |= !keepMasks && rune.Value == '[';
            var shown = !masked && !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not
                (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            // A format character stands inside a word; anything else that is not shown parts two.
            gap |= !shown && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format;
            masked &= rune.Value != ']';
            if (!shown)
            {
                continue;
            }

            if (gap && built.Length > 0)
            {
                built.Append(' ');
            }

            gap = false;
            built.Append(rune.ToString());
        }

        return built.ToString().Normalize(NormalizationForm.FormC);
    }
}
