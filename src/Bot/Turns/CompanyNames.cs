using System.Text.RegularExpressions;

namespace Outreach.Bot.Turns;

/// <summary>Names of companies typed in lower case: up to three words after "công ty", as far as they are no common words.</summary>
internal static partial class CompanyNames
{
    private const int TimeoutMilliseconds = 100;
    private const int MaxWords = 3;

    /// <summary>Without marks. What may follow "công ty" in a question: there a name ends, or there is none.</summary>
    private static readonly HashSet<string> CommonWords = new(
        ("khong ko k kg hong hok chua da dang se van con bi duoc dc phai co la thi ma o tai va voi cua cho de khi neu nhu nay do kia nao gi ai sao "
        + "em toi minh anh chi chau con chung nguoi ban ho cu moi khac rieng nha nuoc ngoai trong tren duoi gan xa lon nho hien truoc sau "
        + "tra no giu duoi bat ep sa thai cat giam tru phat tang thuong cham tron lua noi bao dong pha san giai the cham dut ky het thong "
        + "yeu cau muon nghi lam tinh tang ca doi dua gui goi hen hua nhan tuyen thue dat chuyen doc hai ban hanh quy dinh noi quy xin xac nop "
        + "sap tu choi khoa dong cua ngung tam dieu dong ap lay thu luong bao hiem hop tien so cong doan nhan vien to chuc vi nen thuong xuyen "
        + "luon cung chi hay rat qua lai roi ra vao len xuong bung cung mot hai ba may vai cac nhung moi hang nam thang ngay tuan "
        + "is are was were has have had does do did doesn don will would can can't cannot could may must should not never still to of and or but if in at "
        + "on for from with that which who where when why how owes owe pay pays paid fire fired fires keep keeps kept says said told tell tells "
        + "want wants make makes made force forces forced refuse refuses refused closed close closes went policy rule rules bankrupt name").Split(' '),
        StringComparer.Ordinal);

    /// <exception cref="RegexMatchTimeoutException">The text is made to take long.</exception>
    public static string Mask(string text, string mask) => After().Replace(text, match =>
    {
        var words = match.Groups["word"].Captures;
        var named = words.Take(MaxWords).TakeWhile(word => !CommonWords.Contains(TypedText.WithoutMarks(word.Value).ToLowerInvariant())).ToList();
        if (named.Count == 0)
        {
            return match.Value;
        }

        var end = named[^1].Index + named[^1].Length - match.Index;
        return $"{match.Groups["kind"].Value} {mask}{match.Value[end..]}";
    });

    [GeneratedRegex(
        @"\b(?<kind>công ty|cong ty|cty|nhà máy|nha may|xưởng|xuong|company)(?:\s+(?:tnhh|cổ phần|co phan|cp|may|điện tử|dien tu|da giày|da giay))*(?:\s+(?<word>[\p{L}\d&]+(?:[.\-][\p{L}\d]+)*)){1,3}",
        RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex After();
}
