using System.Text.RegularExpressions;

namespace Outreach.Bot.Turns;

/// <summary>Takes numbers, names and contacts out of a question before editors see it. Masks too much rather than too little.</summary>
internal static partial class PersonalDataMask
{
    public const string Number = "[số]";
    public const string Contact = "[liên hệ]";
    public const string Name = "[tên]";
    public const string Company = "[công ty]";

    private const int TimeoutMilliseconds = 100;

    /// <summary>Null when it cannot be masked safely in time, or nothing is left to read: then the question is not kept.</summary>
    public static string? Mask(string text)
    {
        if (TypedText.SaysNothing(text) || TypedText.Digit(text) is not null)
        {
            return null;
        }

        try
        {
            var masked = Links().Replace(text, Contact);
            masked = Emails().Replace(masked, Contact);
            masked = Handles().Replace(masked, Contact);
            masked = LongNumbers().Replace(masked, Number);
            masked = Companies().Replace(masked, "$1 " + Company);
            masked = CompanyNames.Mask(masked, Company);
            masked = FamilyNames().Replace(masked, "$1 " + Name);
            masked = SaidNames().Replace(masked, "$1 " + Name);
            masked = CapitalisedNames().Replace(masked, Name);
            return TypedText.Cut(masked, MaxChars);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>An editor needs the question, not the story.</summary>
    private const int MaxChars = 500;

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\b(?:zalo|fb|facebook|t)\.(?:me|com)/\S+", RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex Links();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]+", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Emails();

    [GeneratedRegex(@"(?<!\S)@\w{3,}", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Handles();

    /// <summary>Eight digits or more, however they are spaced or dotted: phones, identity cards, insurance books, accounts.</summary>
    [GeneratedRegex(@"\+?\d(?:[\s.\-()]{0,2}\d){7,}", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex LongNumbers();

    /// <summary>What follows "công ty" up to a comma, a small common word or the third word.</summary>
    [GeneratedRegex(
        @"\b((?i:công ty|cong ty|cty|nhà máy|nha may|xưởng|xuong|company))\s+(?:(?i:tnhh|cổ phần|co phan|cp|may|điện tử|dien tu|da giày|da giay)\s+)*\p{Lu}[\p{L}\d&.\-]*(?:\s+\p{Lu}[\p{L}\d&.\-]*){0,4}",
        RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Companies();

    /// <summary>Up to four words after "tên tôi là", "em tên", "my name is"; not after a bare "tên", which has other uses.</summary>
    [GeneratedRegex(
        @"\b((?:(?:tôi|toi|em|mình|minh|chị|chi|anh|cháu|chau|con|tui|chồng|chong|vợ|vo|sếp|sep|bạn|ban)\s+(?:tên|ten)(?:\s+(?:là|la))?"
        + @"|(?:tên|ten)\s+(?:của\s+|cua\s+)?(?:tôi|toi|em|mình|minh|chị|chi|anh|cháu|chau|con|tui)(?:\s+(?:là|la))?"
        + @"|(?:tên|ten)\s+(?:là|la)|họ\s+(?:và\s+)?tên|my\s+name\s+is|i\s+am\s+called))\s*:?\s+\p{L}+(?:\s+\p{L}+){0,3}",
        RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex SaidNames();

    /// <summary>A family name and up to three words after "là" or "tên", in lower case too. Only such family names as are no other word there.</summary>
    [GeneratedRegex(
        @"\b(là|la|tên|ten)\s+(?:nguyễn|nguyen|trần|tran|lê|phạm|pham|hoàng|hoang|huỳnh|huynh|đặng|bùi|bui|đỗ|ngô|dương|trịnh|trinh|vũ|võ|đinh|phan|thạch|thach|lý(?!\s+do)|hồ(?!\s+sơ))(?:\s+\p{L}+){1,3}",
        RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex FamilyNames();

    /// <summary>Two to four capitalised words in a row beginning with one of the common family names.</summary>
    [GeneratedRegex(
        @"\b(?:Nguyễn|Nguyen|Trần|Tran|Lê|Le|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Vu|Võ|Vo|Đặng|Dang|Bùi|Bui|Đỗ|Do|Hồ|Ho|Ngô|Ngo|Dương|Duong|Lý|Ly|Đinh|Dinh|Mai|Trịnh|Trinh|Đào|Dao|Thạch|Thach|Sơn|Kim|Danh)(?:\s+\p{Lu}\p{Ll}*){1,4}",
        RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex CapitalisedNames();
}
