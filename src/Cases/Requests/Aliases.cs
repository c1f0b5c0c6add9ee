using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Cases.Requests;

/// <summary>Names for cases that say nothing of anybody: a plant, a colour, a number. For staff alone, so they are no content.</summary>
internal static class Aliases
{
    private static readonly string[] Plants =
    [
        "Sen", "Cúc", "Huệ", "Súng", "Nhài", "Quỳnh", "Phượng", "Bằng Lăng", "Gạo", "Ban", "Sim", "Mua", "Cau", "Tre", "Trúc", "Dừa",
        "Thông", "Liễu", "Quế", "Sấu", "Bưởi", "Chanh", "Ổi", "Mận", "Xoài", "Nhãn", "Vải", "Cam Sành", "Muồng", "Lúa", "Ngô", "Sứ",
    ];

    // The colour's word, and its name in the console's palette.
    private static readonly (string Word, string Colour)[] Colours =
    [
        ("Hồng", "pink"), ("Đỏ", "red"), ("Cam", "orange"), ("Vàng", "yellow"), ("Nõn", "lime"), ("Xanh", "green"),
        ("Ngọc", "teal"), ("Biếc", "cyan"), ("Lam", "azure"), ("Trời", "blue"), ("Chàm", "indigo"), ("Tím", "purple"),
    ];

    /// <param name="attempt">From 0; later ones draw from more numbers, so that a free one is found when many are given.</param>
    public static (string Alias, string Colour) Draw(int attempt)
    {
        var plant = Plants[RandomNumberGenerator.GetInt32(Plants.Length)];
        var (word, colour) = Colours[RandomNumberGenerator.GetInt32(Colours.Length)];
        var numbers = attempt switch { < 4 => 99, < 8 => 9_999, _ => 999_999 };
        return (string.Create(CultureInfo.InvariantCulture, $"{plant} {word} {1 + RandomNumberGenerator.GetInt32(numbers)}"), colour);
    }

    /// <summary>As it is searched by: small letters without marks, single spaces. The database's own lower() knows no letters of ours under the locale C.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter))
            {
                folded.Append(folded.Length > 0 && folded[^1] != ' ' ? " " : "");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString().TrimEnd();
    }
}
