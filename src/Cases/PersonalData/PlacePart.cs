namespace Outreach.Cases.PersonalData;

/// <summary>One part of a place.</summary>
/// <param name="Head">How many tokens its head word has; 0 when it begins with a number or a name.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="Weight">How much it tells, from 1; <see cref="Enough"/> is enough.</param>
internal readonly record struct PlacePart(int Head, int Last, int Weight)
{
    public const int Enough = 3;

    private const int MaxTrades = 6;
    private const int MaxCode = 8;
    private const int MaxName = 7;

    public static PlacePart? At(Reading reading, int first, bool chained)
    {
        if (!reading.IsFree(first) || reading.IsCapital(first) && (NameWords.Wide.At(reading, first) > 1 || NameWords.Families.Has(reading[first]) && NameWords.Middles.Has(reading[first + 1])))
        {
            return null;
        }

        if (reading[first].Kind == TokenKind.Digits)
        {
            return Numbered(reading, first, chained);
        }

        if (!chained && reading[first - 1].Plain is "at" or "for" && reading[first - 2].Plain is "work" or "working" or "works" or "worked" or "job"
            && Capitals(reading, first) is var employer && employer >= first && !Known.IsWide(reading, first, employer) && !NameWords.Ordinary.Has(reading[first]))
        {
            return new PlacePart(0, employer, 3);
        }

        if (EnglishEnd(reading, first) is { } english)
        {
            return new PlacePart(0, english, 3);
        }

        if (PlaceWords.Works.At(reading, first) is > 0 and var work && (!chained || first > 0 && reading[first - 1].Kind == TokenKind.Digits)
            && Named(reading, first, work, lodging: false) is { } named)
        {
            return named;
        }

        if (PlaceWords.Lodgings.At(reading, first) is > 0 and var lodging)
        {
            return Named(reading, first, lodging, lodging: true);
        }

        if (PlaceWords.Streets.At(reading, first, reading.WritesMarks) is > 0 and var street)
        {
            return Street(reading, first, street, 3);
        }

        if (PlaceWords.Weak.At(reading, first, reading.WritesMarks) is > 0 and var weak)
        {
            return Street(reading, first, weak, reading[first].Plain is "kcn" or "kcx" or "ccn" || reading[first + 1].Plain is "cong" or "che" ? 3 : 2);
        }

        return null;
    }

    /// <summary>A workplace or lodging: its trade, then its name.</summary>
    private static PlacePart? Named(Reading reading, int first, int head, bool lodging)
    {
        var at = reading[first].Plain is "factory" or "company" ? first + head : Trades(reading, first + head);
        var counted = lodging && reading[at].Plain == "so" && reading[at + 1].Kind == TokenKind.Digits ? at + 1 : at;
        var number = lodging ? Code(reading, counted, letters: true) : at - 1;
        var from = number >= at ? number + 1 : at;
        from += reading.Is(from, '"') || reading.Is(from, '“') || Keepers.Has(reading[from]) && reading.IsCapital(from + 1) && !reading.IsCapital(from) ? 1 : 0;
        if (!reading.SameLine(from))
        {
            return lodging && number >= at ? new PlacePart(head, number, 2) : null;
        }

        var end = Capitals(reading, from);
        while (end >= from && Trades(reading, end + 1) is var next && next > end + 1 && Capitals(reading, next) is var further && further >= next)
        {
            // "Công ty Xây dựng Kiến Thái": the trade with a capital of its own.
            end = further;
        }

        if (end < from && !reading.WritesCapitals && (lodging || PlaceWords.SureWorks.At(reading, first) > 0))
        {
            end = SmallName(reading, from, lodging);
            end += end >= from && reading[end].Plain == "viet" && reading[end + 1].Plain == "nam" ? 1 : 0;
        }

        if (end == from && reading[from].Length == 1)
        {
            return null;
        }

        if (end >= from && (at > first + head || !Known.IsWide(reading, from, end)))
        {
            return new PlacePart(head, Counted(reading, end, reading[first].Plain is "tau" or "ghe" ? 5 : 2), 3);
        }

        return lodging && number >= at && !Counts.Has(reading[number + 1]) ? new PlacePart(head, number, 2) : null;
    }

    private static int Trades(Reading reading, int at)
    {
        var end = at;
        while (end < at + MaxTrades && reading.IsWord(end) && reading.SameLine(end) && (!reading.IsCapital(end) || LegalForms.Has(reading[end])) && PlaceWords.Trades.Has(reading[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Before the name of who keeps the place: "nhà trọ bà Sáu".</summary>
    private static readonly WordList Keepers = new("bà ông cô chú anh chị dì bác cậu mợ");
    private static readonly WordList LegalForms = new("tnhh mtv cp tm dv sx xnk xd");

    /// <summary>A street, hamlet, room: a number, a name, or both.</summary>
    private static PlacePart? Street(Reading reading, int first, int head, int named)
    {
        var at = first + head;
        at += reading.Is(at, '.') && reading.Glued(at) && reading[first].Length <= 3 && reading.Gap(at + 1 < reading.Count ? at + 1 : at).Length <= 1 ? 1 : 0;
        if (!reading.SameLine(at) || reading.Glued(at) && reading[at].Kind == TokenKind.Word)
        {
            return null;
        }

        // "đường số 7", "tổ 3"
        if (reading[at].Plain == "so" && reading[at + 1].Kind == TokenKind.Digits)
        {
            at++;
        }

        var number = Code(reading, at, letters: true);
        var from = number >= at ? number + 1 : at;
        var end = reading.SameLine(from) ? Capitals(reading, from) : from - 1;
        if (end < from && !reading.WritesCapitals && reading.SameLine(from) && (named == 3 && reading[first].Plain != "pho" || number >= at && Slashed(reading, at, number)))
        {
            end = SmallStreet(reading, from);
        }

        if (end >= from && (named == 3 && reading[first].Plain != "pho" || !Known.IsWide(reading, from, end)))
        {
            return new PlacePart(head, Counted(reading, end), number >= at ? 3 : named);
        }

        if (number < at || Counts.Has(reading[number + 1]) || reading.Is(number + 1, '%'))
        {
            return null;
        }

        return new PlacePart(head, number, Slashed(reading, at, number) && named == 3 ? 2 : 1);
    }

    /// <summary>"123/4 đường Lê Văn Sỹ", "45 Nguyễn Thị Tú, Bình Hưng Hòa".</summary>
    private static PlacePart? Numbered(Reading reading, int first, bool chained)
    {
        var number = Code(reading, first, letters: true);
        if (number < first || reading.Glued(first) && reading[first - 1].Kind != TokenKind.Sign)
        {
            return null;
        }

        var slashed = Slashed(reading, first, number);
        var from = number + 1;
        var end = reading.SameLine(from) && reading.Gap(from).Length > 0 ? Capitals(reading, from) : number;
        var standing = PlaceWords.Standing.Has(reading[reading.Is(first - 1, ':') ? first - 2 : first - 1]);
        if (end > from && (slashed || chained || !Known.IsWide(reading, from, end)))
        {
            // The ward after the street: "…, Bình Hưng Hòa B".
            var ward = reading.Is(end + 1, ',') && reading.IsCapital(end + 2) ? Capitals(reading, end + 2) : 0;
            var last = ward > end + 3 && !NameWords.Families.Has(reading[end + 2]) ? ward : end;
            last += reading[last + 1].Plain is "street" or "road" or "avenue" ? 1 : 0;
            return new PlacePart(0, last, slashed || chained || standing ? 3 : 2);
        }

        var next = reading.SameLine(from) ? from : -1;
        return (slashed || standing && !chained) && next > 0 && (PlaceWords.Streets.At(reading, next) > 0 || PlaceWords.Weak.At(reading, next) > 0) ? new PlacePart(0, number, slashed ? 2 : 1) : null;
    }

    /// <summary>The last token of "27/8B", "A-12.05", "B12", "305"; below <paramref name="at"/> when there is none.</summary>
    private static int Code(Reading reading, int at, bool letters)
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

    private static bool Slashed(Reading reading, int from, int to) => Enumerable.Range(from, to - from + 1).Any(i => reading.Is(i, '/'));

    private static int Capitals(Reading reading, int from)
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
    private static int Counted(Reading reading, int end, int maxDigits = 2)
    {
        var at = reading[end + 1].Plain == "mo" && reading[end + 2].Plain == "rong" ? end + 3 : end + 1;
        return reading.IsFree(at) && reading[at] is { Kind: TokenKind.Digits } && reading[at].Length <= maxDigits && reading.SameLine(at) && (!reading.Glued(at + 1) || reading[at + 1].Kind == TokenKind.Sign && !reading.Is(at + 1, '/'))
            && (reading.EndsClause(at + 1) || !Counts.Has(reading[at + 1])) ? at : end;
    }

    private static readonly WordList Counts = new("tháng năm ngày người triệu tr lần tuổi giờ đứa chị anh tiếng con k ngàn nghìn th tỷ công nhân");

    private static int SmallName(Reading reading, int from, bool lodging)
    {
        var end = from - 1;
        while (end - from + 1 < 3 && reading.IsWord(end + 1) && reading.SameLine(end + 1) && IsBrand(reading, end + 1, first: end < from, lodging))
        {
            end++;
        }

        return end;
    }

    private static bool IsBrand(Reading reading, int at, bool first, bool lodging)
    {
        var token = reading[at];
        if (Cue.Banks.Has(token) || first && !lodging && PlaceWords.Deeds.Has(token))
        {
            return false;
        }

        if (NameWords.Stops.Has(token) && !(lodging && first && token.Plain is "co" or "chu" or "anh" or "chi" && NameWords.Given.Has(reading[at + 1])))
        {
            return false;
        }

        return NameWords.Brands.Has(token) || NameWords.Given.Has(token) || lodging && token.Plain is "co" or "chu" || token.Length >= 3 && !Syllables.IsVietnamese(token.Plain);
    }

    private static int SmallStreet(Reading reading, int from)
    {
        var end = from - 1;
        while (end - from + 1 < 4 && reading.IsWord(end + 1) && reading.SameLine(end + 1) && !reading.IsCapital(end + 1)
            && (!NameWords.Stops.Has(reading[end + 1]) || end >= from && (NameWords.Middles.Has(reading[end + 1]) && NameWords.Families.Has(reading[end]) || NameWords.Middles.Has(reading[end])))
            && (NameWords.Given.Has(reading[end + 1]) || NameWords.Families.Has(reading[end + 1]) || NameWords.Middles.Has(reading[end + 1])))
        {
            end++;
        }

        return end > from ? end : from - 1;
    }

    /// <summary>The end of "Golden Star Furniture factory", "Blue Lotus Spa".</summary>
    private static int? EnglishEnd(Reading reading, int first)
    {
        if (!reading.IsCapital(first) || first > 0 && reading.IsCapital(first - 1) && reading.SameLine(first) && reading.Gap(first).Length > 0
            || reading[first].Lower != reading[first].Plain || NameWords.Ordinary.Has(reading[first]) || PlaceWords.Works.At(reading, first) > 0)
        {
            return null;
        }

        var end = first;
        while (end - first < MaxName && reading.IsWord(end + 1) && reading.SameLine(end + 1) && (reading.IsCapital(end + 1) || PlaceWords.After.Has(reading[end + 1])) && reading.Gap(end + 1).Length == 1)
        {
            end++;
        }

        while (end > first && !PlaceWords.After.Has(reading[end]))
        {
            end--;
        }

        return end > first + (reading.StartsSentence(first) ? 1 : 0) ? end : null;
    }
}
