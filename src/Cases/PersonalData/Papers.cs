namespace Outreach.Cases.PersonalData;

/// <summary>Numbers of papers that begin with letters: passports ("C1234567"), health insurance cards.</summary>
internal static class Papers
{
    private static readonly PhraseList Goods = new("mã hàng, mã đơn, mã sản phẩm, đơn hàng, mã máy, số máy, model, mẫu, mã lỗi, số khung");

    public static void Mark(Reading reading)
    {
        for (var i = 0; i + 1 < reading.Count; i++)
        {
            if (!reading.IsWord(i) || reading.Glued(i) && reading[i - 1].Kind != TokenKind.Sign || reading[i + 1].Kind != TokenKind.Digits
                || reading[i].Length > 3 || !reading[i].Plain.All(char.IsAsciiLetterLower) || IsGoods(reading, i))
            {
                continue;
            }

            var end = i + 1;
            var digits = reading[end].Length;
            var cue = Cue.Before(reading, i);
            var said = cue == PersonalKind.Identity || cue == PersonalKind.Account && reading[i].Length == 3;
            while (said && reading[end + 1].Kind == TokenKind.Digits && reading.SameLine(end + 1) && reading.Gap(end + 1).Length <= 1 && digits < 13)
            {
                digits += reading[++end].Length;
            }

            var glued = reading.Glued(i + 1);
            var letters = reading[i].Length;
            var fits = digits is 7 or 8 && letters <= 2 && glued && (reading[i].Capital || said)
                || said && digits is >= 6 and <= 9 && (glued || letters <= 2 && reading[i].Capital)
                || letters == 2 && digits == 13;
            if (!fits)
            {
                continue;
            }

            if (reading.Glued(end + 1) && reading[end + 1] is { Kind: TokenKind.Word, Length: 1, Capital: true })
            {
                end++;
            }

            if (!(reading.Glued(end + 1) && reading[end + 1].Kind == TokenKind.Word))
            {
                reading.Take(i, end, PersonalKind.Identity);
            }
        }
    }

    /// <summary>Whether the number is that of a thing: "mã hàng 88213", "mã đơn SP123456".</summary>
    public static bool IsGoods(Reading reading, int index) =>
        Enumerable.Range(index - 2, 3).Any(i => i > 0 && Goods.EndsBefore(reading, i));
}
