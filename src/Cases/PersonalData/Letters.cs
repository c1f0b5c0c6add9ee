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
