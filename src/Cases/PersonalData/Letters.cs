using System.Globalization;
using System.Text;

namespace Outreach.Cases.PersonalData;

/// <summary>Letters without their Vietnamese marks.</summary>
internal static class Letters
{
    private static readonly char[] Table = [.. Enumerable.Range(0, 0x1F00).Select(code => Bare((char)code))];

    public static string Plain(string lower) => string.Create(lower.Length, lower, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] < Table.Length ? Table[from[i]] : from[i];
        }
    });

    /// <summary>The tone where most write it: "thuỷ" as "thủy", "hoà" as "hòa". Lower case, with its marks composed.</summary>
    public static string Settled(string lower)
    {
        if (lower.Length < 3 || lower.Length > 6)
        {
            return lower;
        }

        var at = (lower[^2], lower[^1]) switch
        {
            ('o', _) => "àáảãạèéẻẽẹ".IndexOf(lower[^1], StringComparison.Ordinal),
            ('u', _) when lower[^3] != 'q' => "ỳýỷỹỵ".IndexOf(lower[^1], StringComparison.Ordinal),
            _ => -1,
        };
        return at < 0 ? lower : lower[^2] == 'o'
            ? string.Concat(lower.AsSpan(0, lower.Length - 2), ["òóỏõọòóỏõọ"[at], "aaaaaeeeee"[at]])
            : string.Concat(lower.AsSpan(0, lower.Length - 2), ["ùúủũụ"[at], 'y']);
    }

    /// <summary>Whether a mark stands apart from its letter in it.</summary>
    public static bool HasMark(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c >= '\u0300' && IsMark(c))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsMark(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static char Bare(char c) => c switch
    {
        'đ' => 'd',
        'Đ' => 'D',
        _ when char.IsSurrogate(c) => c,
        _ => c.ToString().Normalize(NormalizationForm.FormD)[0],
    };
}
