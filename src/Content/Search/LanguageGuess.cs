namespace Outreach.Content.Search;

/// <summary>Guesses the language of a message: people write Vietnamese under an English menu, and the other way round.</summary>
public static class LanguageGuess
{
    private static readonly HashSet<string> English = new(
        ("the a an is are am was do does did my your me you we they he she it and or not if for from with of on at by can could will would "
        + "should must have has had what when where who why how much many which there this that get got pay paid work worker job boss "
        + "company employer employee leave wage salary insurance please thanks hello help need want month months year years days hours "
        + "contract overtime benefit benefits sick pregnant maternity unemployment fired quit money rent landlord").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Vietnamese = new(
        ("khong duoc nghi viec cong ty luong bao hiem cho hoi toi em anh chi minh la thi co bi bao nhieu the nao lam sao nhu gi di o dau "
        + "ko k dc bhxh bhyt bhtn cty hd nguoi lao dong thang nam ngay tien dong muon phai con nay nhung va cua voi khi roi chua").Split(' '),
        StringComparer.Ordinal);

    /// <summary><c>vi</c> or <c>en</c>, or null when the words do not tell.</summary>
    public static string? Of(string text)
    {
        int english = 0, vietnamese = 0;
        foreach (var word in TextNormalizer.Tokenize(text))
        {
            vietnamese += word.HasMarks || Vietnamese.Contains(word.Folded) ? 1 : 0;
            english += !word.HasMarks && English.Contains(word.Folded) ? 1 : 0;
        }

        return vietnamese > english ? Languages.Vietnamese
            : english > vietnamese ? Languages.English
            : null;
    }
}
