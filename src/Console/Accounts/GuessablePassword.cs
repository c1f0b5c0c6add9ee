using System.Globalization;
using System.Text;

namespace Outreach.Staff.Accounts;

/// <summary>Long, and guessed all the same: the member's or the organisation's name, runs of the keyboard, one word over and over.</summary>
internal static class GuessablePassword
{
    /// <summary>A name may be part of a password if so much else is in it.</summary>
    private const int CharsBesideAName = 10;

    /// <summary>Fewer different characters make no long password.</summary>
    private const int DifferentChars = 5;

    private static readonly string[] Rows =
    [
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890", "1234567890", "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "q1w2e3r4t5y6u7i8o9p0", "1q2w3e4r5t6y7u8i9o0p", "azertyuiop", "qazwsxedcrfvtgbyhnujmikolp",
    ];

    public static bool Is(string password, IEnumerable<string> names)
    {
        var bare = Bare(password);
        return bare.Distinct().Count() < DifferentChars
            || IsRepeated(bare)
            || Runs(bare) > bare.Length / 2
            || names.SelectMany(Parts).Any(name => Without(bare, name) is { } rest && rest < CharsBesideAName);
    }

    /// <summary>Lower case, without marks, spaces and signs: "Mật khẩu 123!" and "matkhau123" are tried together.</summary>
    public static string Bare(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter) == 'đ' ? 'd' : char.ToLowerInvariant(letter));
            }
            else if (letter is '@' or '$')
            {
                letters.Append(letter == '@' ? 'a' : 's');
            }
        }

        return letters.ToString();
    }

    /// <summary>The usual swaps of digits for letters undone, where letters stand around them.</summary>
    public static string Unswapped(string bare)
    {
        var end = bare.Length;
        while (end > 0 && char.IsAsciiDigit(bare[end - 1]))
        {
            end--; // a number at the end is a number
        }

        return string.Concat(bare[..end].Select(letter => letter switch
        {
            '0' => 'o',
            '1' => 'i',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            _ => letter,
        })) + bare[end..];
    }

    /// <summary>One piece of up to half its length over and over ("matkhaumatkhau", "abcabcabcabca").</summary>
    private static bool IsRepeated(string bare) =>
        Enumerable.Range(1, bare.Length / 2).Any(length => Enumerable.Range(length, bare.Length - length).All(at => bare[at] == bare[at - length]));

    /// <summary>How many characters lie in runs of four or more along a row of keys, forwards or backwards.</summary>
    private static int Runs(string bare)
    {
        const int Shortest = 4;
        var covered = 0;
        for (var at = 0; at + Shortest <= bare.Length;)
        {
            var length = Rows.Max(row => Math.Max(RunAt(bare, at, row), RunAt(bare, at, new string([.. row.Reverse()]))));
            covered += length >= Shortest ? length : 0;
            at += length >= Shortest ? length : 1;
        }

        return covered;
    }

    private static int RunAt(string bare, int at, string row)
    {
        var longest = 0;
        for (var from = 0; from < row.Length; from++)
        {
            var length = 0;
            while (at + length < bare.Length && from + length < row.Length && bare[at + length] == row[from + length])
            {
                length++;
            }

            longest = Math.Max(longest, length);
        }

        return longest;
    }

    /// <summary>A whole name, and each word of it that is long enough to mean it.</summary>
    private static IEnumerable<string> Parts(string name) =>
        name.Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Append(name).Select(Bare).Where(part => part.Length >= 4).Distinct();

    /// <returns>How many characters are left beside the name; null when it is not in it.</returns>
    private static int? Without(string bare, string name) =>
        bare.Contains(name, StringComparison.Ordinal) ? bare.Replace(name, "", StringComparison.Ordinal).Length : null;
}
