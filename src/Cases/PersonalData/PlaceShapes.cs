namespace Outreach.Cases.PersonalData;

/// <summary>What the parts of places are made of: codes such as "27/8B", names of capitals, a number after them.</summary>
internal static class PlaceShapes
{
    private const int MaxCode = 8;
    public const int MaxName = 9;
    public static readonly WordList Counts = new("tháng năm ngày người triệu tr lần tuổi giờ đứa chị anh tiếng con k ngàn nghìn th tỷ công nhân");

    /// <summary>The last token of "27/8B", "A-12.05", "B12", "305"; below <paramref name="at"/> when there is none.</summary>
    public static int Code(Reading reading, int at, bool letters)
    {
        var token = reading[at];
        var begins = token.Kind == TokenKind.Digits && token.Length <= 4
            || letters && token.Kind == TokenKind.Word && token.Length <= 2 && token.Plain.All(char.IsAsciiLetterLower)
                && (reading.Glued(at + 1) && reading[at + 1] is { Kind: TokenKind.Digits, Length: <= 4 } || reading.Glued(at + 1) && reading.Is(at + 1, '-') && reading[at + 2].Kind == TokenKind.Digits || token.Capital && token.Length == 1 && (reading.EndsClause(at + 1) || !reading.IsCapital(at + 1)));
        if (!reading.IsFree(at) || !begins)
        {
            return at - 1;
        }

        var end = at;
        while (end - at < MaxCode && reading.Glued(end + 1) && reading.IsFree(end + 1))
        {
            var token1 = reading[end + 1];
            if (token1.Kind == TokenKind.Digits && token1.Length <= 4 || token1.Kind == TokenKind.Word && token1.Length == 1)
            {
                end++;
            }
            else if ((reading.Is(end + 1, '/') || reading.Is(end + 1, '-') || reading.Is(end + 1, '.')) && reading.Glued(end + 2) && reading[end + 2] is { Kind: not TokenKind.Sign, Length: <= 4 })
            {
                end += 2;
            }
            else if (token1.Kind == TokenKind.Word)
            {
                return at - 1;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    public static bool Slashed(Reading reading, int from, int to) => Enumerable.Range(from, to - from + 1).Any(i => reading.Is(i, '/'));

    public static int Capitals(Reading reading, int from)
    {
        var end = from - 1;
        while (end - from + 1 < MaxName && (reading.IsCapital(end + 1) && (end < from || reading.SameLine(end + 1) && reading.Gap(end + 1).Length == 1)
            || end >= from && (Joined(reading, end + 1) || reading.IsFree(end + 1) && reading[end + 1] is { Kind: TokenKind.Digits, Length: <= 4 } && reading.IsCapital(end + 2) && reading.SameLine(end + 2))))
        {
            end += reading[end + 1].Kind == TokenKind.Sign ? 2 : 1;
        }

        // The next head is no part of this name, nor is a word that opens a phrase.
        return end >= from && NameWords.Ordinary.Has(reading[from]) && end == from && reading[from].Plain is not ("hoi" or "dong" or "nha") ? from - 1 : end;
    }

    /// <summary>"T&amp;C", "Pou-Yuen", "An &amp; Bình".</summary>
    private static bool Joined(Reading reading, int sign) =>
        (reading.Is(sign, '&') || reading.Is(sign, '-') && reading.Glued(sign) && reading.Glued(sign + 1)) && reading.IsCapital(sign + 1);

    /// <summary>"Minh Tâm 3", "Tân Kim mở rộng 2".</summary>
    public static int Counted(Reading reading, int end, int maxDigits = 2)
    {
        var at = reading[end + 1].Plain == "mo" && reading[end + 2].Plain == "rong" ? end + 3 : end + 1;
        return reading.IsFree(at) && reading[at] is { Kind: TokenKind.Digits } && reading[at].Length <= maxDigits && reading.SameLine(at) && (!reading.Glued(at + 1) || reading[at + 1].Kind == TokenKind.Sign && !reading.Is(at + 1, '/'))
            && (reading.EndsClause(at + 1) || !Counts.Has(reading[at + 1])) ? at : end;
    }
}
