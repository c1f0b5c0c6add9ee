namespace Outreach.Cases.PersonalData;

/// <summary>One part of a place.</summary>
/// <param name="Head">How many tokens its head word has; 0 when it begins with a number or a name.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="Weight">How much it tells, from 1; <see cref="Enough"/> is enough.</param>
internal readonly record struct PlacePart(int Head, int Last, int Weight)
{
    public const int Enough = 3;

    public static PlacePart? At(Reading reading, int first, bool chained)
    {
        // "tòa án", "yêu cầu", "văn bản": a head is half of another word.
        if (NameWords.Bodies.At(reading, first) > 1 && reading[first].Kind == TokenKind.Word && PlaceWords.Works.At(reading, first) == 0 || HalfWords.Has(reading[first - 1]) && reading[first].Plain is "cau" or "ban" or "hang" or "truong" && reading.SameLine(first))
        {
            return null;
        }

        if (!reading.IsFree(first) || reading.IsCapital(first) && (NameWords.Wide.At(reading, first) > 1 || NameWords.Families.Has(reading[first]) && NameWords.Middles.Has(reading[first + 1])))
        {
            return null;
        }

        // "Trần Đình Trọng": within a run of capitals a head is a syllable of a name.
        if (first > 0 && !chained && reading.IsCapital(first) && reading.IsCapital(first - 1) && reading.SameLine(first) && reading.Gap(first).Length == 1 && !PlaceWords.IsAfter(reading, first))
        {
            return null;
        }

        if (reading[first].Kind == TokenKind.Digits)
        {
            return PlaceStreets.Numbered(reading, first, chained);
        }

        if (chained && PlaceShapes.Code(reading, first, letters: true) is var code && code > first && reading[first].Capital && reading.EndsClause(code + 1))
        {
            return new PlacePart(0, code, 1);
        }

        if (!chained && reading.IsEnglish && PlaceNames.EmployerEnd(reading, first) is { } called)
        {
            return called;
        }

        if (!chained && reading[first - 1].Plain is "at" or "for" && reading[first - 2].Plain is "work" or "working" or "works" or "worked" or "job"
            && PlaceShapes.Capitals(reading, first) is var employer && employer >= first && !Known.IsWide(reading, first, employer) && !NameWords.Ordinary.Has(reading[first]))
        {
            return new PlacePart(0, employer, 3);
        }

        if (PlaceNames.EnglishEnd(reading, first) is { } english)
        {
            return new PlacePart(0, english, 3);
        }

        if (PlaceWords.Works.At(reading, first) is > 0 and var work && (!chained || first > 0 && reading[first - 1].Kind == TokenKind.Digits)
            && PlaceNames.Named(reading, first, work, lodging: false) is { } named)
        {
            return named;
        }

        if (PlaceWords.Lodgings.At(reading, first) is > 0 and var lodging)
        {
            return PlaceNames.Named(reading, first, lodging, lodging: true);
        }

        if (PlaceWords.Streets.At(reading, first, reading.WritesMarks) is > 0 and var street)
        {
            return PlaceStreets.Street(reading, first, street, 3);
        }

        if (PlaceWords.Weak.At(reading, first, reading.WritesMarks) is > 0 and var weak)
        {
            return PlaceStreets.Street(reading, first, weak, reading[first].Plain is "kcn" or "kcx" or "ccn" || reading[first + 1].Plain is "cong" or "che" ? 3 : 2);
        }

        return null;
    }

    private static readonly WordList HalfWords = new("yêu nhu toàn địa văn biên cơ căn phiên kịch bài xuất tái hoàn khẩn ngân khách hiệu tổ chuyền đội nhóm ca kho bếp hội môi thị quân");
}
