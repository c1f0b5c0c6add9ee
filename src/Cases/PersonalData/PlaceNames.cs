using static Outreach.Cases.PersonalData.PlaceShapes;

namespace Outreach.Cases.PersonalData;

/// <summary>Parts of a place that begin with what it is: a workplace, a lodging, an employer of English name.</summary>
internal static class PlaceNames
{
    private const int MaxTrades = 6;

    /// <summary>Before the name of who keeps the place: "nhà trọ bà Sáu".</summary>
    private static readonly WordList Keepers = new("bà ông cô chú anh chị dì bác cậu mợ");

    private static readonly WordList LegalForms = new("tnhh mtv cp tm dv sx xnk xd");
    private static readonly WordList AfterBrand = new("nợ bắt không ở chưa đuổi giữ chậm cho bị đóng kcn có tại");

    /// <summary>Lodgings that without marks are other words: "trở", "lần", "tòa".</summary>
    private static readonly WordList Doubtful = new("lan tro toa op leu");

    /// <summary>"restaurant Spice Route Saigon", "agency Bright Path"; "at Viet Lao Timber".</summary>
    public static PlacePart? EmployerEnd(Reading reading, int first)
    {
        var head = PlaceWords.EnglishWorks.At(reading, first);
        var at = head > 0 && (!reading.IsCapital(first) || reading.StartsSentence(first)) ? first + head : reading[first - 1].Lower == "at" ? first : -1;
        if (at < 0 || !reading.SameLine(at) || Capitals(reading, at) is var end && end < at || Known.IsWide(reading, at, end) || NameWords.Wide.At(reading, at) > 1 || NameWords.Ordinary.Has(reading[at]) || NameWords.Titles.HasExactly(reading[at])
            || end == at && (at == first || NameWords.Given.Has(reading[at])) || NameWords.Families.Has(reading[at]) && at == first || Cue.Banks.Has(reading[at]) || reading.IsFree(first - 1) && reading[first - 2].Kind == TokenKind.Digits)
        {
            return null;
        }

        return new PlacePart(head, Math.Max(end, EnglishEnd(reading, at) ?? 0), 3);
    }

    /// <summary>The end of "Golden Star Furniture factory", "Blue Lotus Spa".</summary>
    public static int? EnglishEnd(Reading reading, int first)
    {
        if (!reading.IsCapital(first) || first > 0 && reading.IsCapital(first - 1) && reading.SameLine(first) && reading.Gap(first).Length > 0
            || reading[first].Lower != reading[first].Plain || NameWords.Ordinary.Has(reading[first]) || PlaceWords.Works.At(reading, first) > 0)
        {
            return null;
        }

        var end = first;
        while (end - first < PlaceShapes.MaxName && reading.IsWord(end + 1) && reading.SameLine(end + 1) && (reading.IsCapital(end + 1) || PlaceWords.After.Has(reading[end + 1])) && reading.Gap(end + 1).Length == 1)
        {
            end++;
        }

        while (end > first && !PlaceWords.IsAfter(reading, end))
        {
            end--;
        }

        return end > first + (reading.StartsSentence(first) ? 1 : 0) ? end : null;
    }

    /// <summary>A workplace or lodging: its trade, then its name.</summary>
    public static PlacePart? Named(Reading reading, int first, int head, bool lodging)
    {
        var at = reading[first].Plain is "factory" or "company" ? first + head : lodging ? Trades(reading, first + head) : Loosely(reading, Trades(reading, first + head));
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

        if (end < from && !reading.WritesCapitals && !reading.IsEnglish && !(reading[first].Lower == reading[first].Plain && Doubtful.HasExactly(reading[first])) && reading[first].Plain != "company" && NameWords.Bodies.At(reading, from) == 0 && (lodging || PlaceWords.SureWorks.At(reading, first) > 0))
        {
            end = SmallName(reading, from, lodging);
            end += end >= from && reading[end].Plain == "viet" && reading[end + 1].Plain == "nam" ? 1 : 0;
        }

        if (end == from && reading[from].Length == 1)
        {
            return null;
        }

        if (end == from && reading[first - 1].Plain == "chu" && NameWords.Given.Has(reading[from]) || end >= from && Cue.Banks.Has(reading[from]))
        {
            return null;
        }

        end = end >= from && reading[end + 1].Lower is "cũ" or "mới" && reading.EndsClause(end + 2) ? end + 1 : end;
        if (end >= from && (at > first + head || !Known.IsWide(reading, from, end)))
        {
            return new PlacePart(head, Counted(reading, end, reading[first].Plain is "tau" or "ghe" ? 5 : 2), 3);
        }

        return lodging && number >= at && !Counts.Has(reading[number + 1]) ? new PlacePart(head, number, 2) : null;
    }

    /// <summary>"xí nghiệp mây tre Tân Phước Lợi": up to three ordinary words, whatever they are, before the capitals of the name.</summary>
    private static int Loosely(Reading reading, int at)
    {
        var end = at;
        while (end < at + 3 && reading.IsWord(end) && reading.SameLine(end) && reading.Gap(end).Length == 1 && !reading.IsCapital(end) && !NameWords.Stops.Has(reading[end]) && !PlaceWords.NotTrades.Has(reading[end])
            && !NameWords.Titles.Has(reading[end]) && NameWords.Roles.At(reading, end) == 0 && PlaceWords.Lodgings.At(reading, end) == 0 && NameWords.Bodies.At(reading, end) == 0)
        {
            end++;
        }

        return end > at && reading.IsCapital(end) && reading.SameLine(end) && reading.Gap(end).Length == 1 && !(RareNames.IsFamily(reading[end]) && NameWords.Middles.Has(reading[end + 1])) && !NameWords.Ordinary.Has(reading[end]) ? end : at;
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

    private static int SmallName(Reading reading, int from, bool lodging)
    {
        var end = from - 1;
        while (end - from + 1 < 3 && reading.IsWord(end + 1) && reading.SameLine(end + 1) && IsBrand(reading, end + 1, first: end < from, lodging))
        {
            end++;
        }

        // One syllable in small letters may be any word.
        return end == from && !Syllables.IsForeign(reading[end].Plain) ? from - 1 : end;
    }

    private static bool IsBrand(Reading reading, int at, bool first, bool lodging)
    {
        var token = reading[at];
        if (Cue.Banks.Has(token) || first && PlaceWords.Deeds.Has(token) && !(lodging && NameWords.Brands.Has(token) && NameWords.Given.Has(reading[at + 1]) && !NameWords.Stops.Has(reading[at + 1])))
        {
            return false;
        }

        // "vinh phat": many companies end so; "phat" is "phạt" as well.
        if (token.Plain == "phat" && !first && token.Lower is "phat" or "phát" && (reading.EndsClause(at + 1) || AfterBrand.Has(reading[at + 1])))
        {
            return true;
        }

        if (NameWords.Stops.Has(token) && !(lodging && first && token.Lower is "cô" or "co" or "chú" or "chu" or "anh" or "chị" or "chi" && NameWords.Given.Has(reading[at + 1])))
        {
            return false;
        }

        return NameWords.Brands.Has(token) || NameWords.Given.Has(token) || lodging && token.Lower is "cô" or "co" or "chú" or "chu" || token.Length >= 3 && token.Lower == token.Plain && Syllables.IsForeign(token.Plain);
    }
}
