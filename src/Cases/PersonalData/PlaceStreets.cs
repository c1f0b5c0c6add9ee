using static Outreach.Cases.PersonalData.PlaceShapes;

namespace Outreach.Cases.PersonalData;

/// <summary>Parts of a place that are an address: streets, hamlets, rooms, house numbers.</summary>
internal static class PlaceStreets
{
    private static readonly WordList Abbreviations = new("p q tp đ đg h x tx tt ql tl hl kp");

    /// <summary>Heads after which a name in small letters is believed, typed without marks too.</summary>
    private static readonly WordList SureStreets = new("đường hẻm hẽm ngõ ngách ấp thôn xóm khóm đại hương kiệt phum sóc khu");

    /// <summary>Before the name of a hamlet, lane, bridge: "xóm cây Sộp", "cầu ông Lãnh".</summary>
    private static readonly WordList Kinds = new("cây ông bà cô chú giếng ao đình miếu gò bàu chợ cầu nghề hàng lò bến cống chùa xóm số kênh mương rạch hồ đồi suối thầy cụ");

    /// <summary>A street, hamlet, room: a number, a name, or both.</summary>
    public static PlacePart? Street(Reading reading, int first, int head, int named)
    {
        var at = first + head;
        at += reading.Is(at, '.') && reading.Glued(at) && Abbreviations.Has(reading[first]) && reading.Gap(at + 1 < reading.Count ? at + 1 : at).Length <= 1 ? 1 : 0;
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
        from += number < at && !reading.IsCapital(from) && Kinds.Has(reading[from]) && reading.IsCapital(from + 1) && reading.SameLine(from + 1) ? 1 : 0;
        var end = reading.SameLine(from) ? Capitals(reading, from) : from - 1;
        if (reading[first - 1].Plain == "hang" && reading[first - 2].Plain == "ngan" || end >= from && Cue.Banks.Has(reading[from]))
        {
            return null;
        }

        if (end < from && !reading.WritesCapitals && reading.SameLine(from) && (SureStreets.Has(reading[first]) || named < 3) && (named == 3 && reading[first].Plain != "pho" || number >= at && Slashed(reading, at, number)))
        {
            end = SmallStreet(reading, from);
        }

        if (end >= from && (named == 3 && reading[first].Plain != "pho" && !(end == from && Known.IsWide(reading, from, end)) || !Known.IsWide(reading, from, end)))
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
    public static PlacePart? Numbered(Reading reading, int first, bool chained)
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
        return (slashed || chained && number > first || standing && !chained) && next > 0 && (PlaceWords.Streets.At(reading, next) > 0 || PlaceWords.Weak.At(reading, next) > 0) ? new PlacePart(0, number, slashed ? 2 : 1) : null;
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
}
