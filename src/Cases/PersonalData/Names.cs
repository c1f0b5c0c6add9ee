namespace Outreach.Cases.PersonalData;

/// <summary>Names of people: capitalised ones here, those in small letters in <see cref="SmallNames"/>.</summary>
internal static class Names
{
    private const int MaxWords = 5;
    private static readonly WordList PlaceWords = new("ở tại quê tỉnh huyện quận tp phố xã phường nước miệt về từ lên vào vô xuống đi người tộc nhánh hàng ngoài miền khu đường in from near at qua sang trong đất vùng tiếng dân ấp thôn gốc tuổi chữ máy hiệu hãng vụ mùa đạo bệnh viện giải sách phim app");

    /// <summary>Before a single name: "làm chung với Hồng".</summary>
    private static readonly WordList Companions = new("với nhờ của kêu thấy");

    private static readonly WordList English = new("here speaking mr mrs ms");

    public static void Mark(Reading reading)
    {
        for (var i = 0; i < reading.Count; i++)
        {
            if (!reading.IsWord(i))
            {
                continue;
            }

            var end = reading.IsCapital(i) ? Capitalised(reading, ref i) : SmallNames.EndAt(reading, ref i);
            if (end >= i)
            {
                reading.Take(i, end, PersonalKind.Name);
                i = end;
            }
        }
    }

    /// <summary>The last token of the name in the capitalised words from here; its beginning may lie further on. Below <paramref name="first"/> when there is none.</summary>
    private static int Capitalised(Reading reading, ref int first)
    {
        var end = first;
        while (reading.IsCapital(end + 1) && OneBlank(reading, end + 1) || reading.Is(end + 1, '-') && reading.Glued(end + 1) && reading.Glued(end + 2) && reading.IsWord(end + 2) && reading[end + 2].Length > 1)
        {
            end += reading.Is(end + 1, '-') ? 2 : 1;
        }

        while (NameWords.Middles.HasExactly(reading[end + 1]) && !reading.IsCapital(end + 1) && OneBlank(reading, end + 1) && RareNames.IsFamily(reading[end]) && reading.IsCapital(end + 2) && OneBlank(reading, end + 2))
        {
            // "Vũ thị Hoa"
            end += 2;
        }

        if (EnglishNames.EndAt(reading, first, end) is { } english)
        {
            return english;
        }

        var from = first;
        first = NameOpening.Begin(reading, first, end, out var announced);
        if (first > end)
        {
            // A title may open a sentence before a name in small letters: "Em tên là lan".
            first = from;
            var small = SmallNames.EndAt(reading, ref first);
            return small >= first ? small : Skip(out first, end);
        }

        end = Math.Min(end, first + MaxWords - 1);
        if (IsName(reading, first, end, announced))
        {
            return reading.Is(first - 1, '.') && reading[first - 2].Plain is "mr" or "mrs" or "ms" ? ExtendBack(ref first, end) : end;
        }

        // "Vietcombank Nguyen Van A": another word of capitals stands before it.
        for (var inner = first + 1; inner < end; inner++)
        {
            if (NameWords.Families.Has(reading[inner]) && (NameWords.Middles.Has(reading[inner + 1]) || NameWords.MarkedFamilies.HasExactly(reading[inner])) && IsName(reading, inner, end, false))
            {
                first = inner;
                return end;
            }
        }

        return Skip(out first, end);
    }

    private static int ExtendBack(ref int first, int end)
    {
        first -= 2;
        return end;
    }

    private static int Skip(out int first, int end)
    {
        first = end;
        return end - 1;
    }

    private static bool IsName(Reading reading, int first, int end, bool announced)
    {
        var count = end - first + 1;
        var before = reading[first - 1];
        var nationality = before.Plain == "nguoi";
        if (NameWords.Bodies.At(reading, first) > end - first + 1 || count == 1 && NameWords.Roles.At(reading, first) > 1 || IsOrdinary(reading, first) && !(announced && reading[first - 1].Lower == "tên" && RareNames.IsGiven(reading[first])) && !(announced && count == 1 && reading[end + 1].Lower == "ơi" && NameWords.Given.HasExactly(reading[first])) && !(count >= 3 && RareNames.IsFamily(reading[first]) && (announced || count == 3 && reading.WritesMarks && RareNames.IsGiven(reading[first + 1]) && RareNames.IsGiven(reading[first + 2]))) || Known.IsWide(reading, first, end) && !(announced && count == 1 && !nationality && (NameWords.Titles.Has(before) && before.Plain is not ("o" or "con") || IsCalled(reading, first))))
        {
            return false;
        }

        if (count == 1 && before.Plain is "chong" or "vo" or "sep" or "ong" or "chu" or "ba" or "co" or "khach" && NameOpening.Peoples.HasExactly(reading[first]))
        {
            return false;
        }

        if (announced && !nationality || reading[first - 1].Lower == "họ" && reading.SameLine(first) && reading.IsCapital(first) && Syllables.IsVietnamese(reading[first].Plain))
        {
            return count > 1 || reading[first].Length >= 2 || reading[first].Lower is "ý";
        }

        if (count == 1)
        {
            return (Companions.Has(before) || IsPlaced(reading, first) || IsPlain(reading, first, before)) && reading.SameLine(first) && RareNames.IsGiven(reading[first]) && (NameWords.Given.HasExactly(reading[first]) || reading.WritesMarks) && !NameWords.Titles.HasExactly(reading[first]) && NameWords.Bodies.At(reading, first) == 0;
        }

        if (reading[first].Lower.StartsWith("h'", StringComparison.Ordinal) || IsForeigner(reading, first, end))
        {
            return true;
        }

        var family = RareNames.IsFamily(reading[first]);
        var given = Enumerable.Range(first + 1, count - 1).Count(i => RareNames.IsGiven(reading[i]) || NameWords.Middles.Has(reading[i]));
        if (count is 3 or 4 && NameWords.Middles.HasExactly(reading[first + 1]) && !PlaceWords.Has(before))
        {
            return true;
        }

        if (first > 0 && PlaceWords.Has(before) && reading.SameLine(first))
        {
            return family && count >= 3 && given >= 1 && before.Plain is not ("duong" or "pho" or "hang");
        }

        return family && (given >= 1 || count >= 3 || NameWords.MarkedFamilies.HasExactly(reading[first]) && reading[first].Lower != reading[first].Plain || reading[first + 1].Lower.Contains('\'')) || NameWords.Given.Has(reading[first]) && given == count - 1
            || English.Has(reading[end + 1]) && reading.SameLine(end + 1) || reading.StartsSentence(first) && count is 2 or 3 && reading[end + 1].Plain == "here";
    }

    /// <summary>"gặp Chen Guo-liang, phó giám đốc": words of no Vietnamese, and after a comma what he does.</summary>
    private static bool IsForeigner(Reading reading, int first, int end) =>
        reading.WritesMarks && end > first && reading.Is(end + 1, ',') && NameWords.Roles.At(reading, end + 2) > 0 && reading[first - 1].Lower is "với" or "của" or "gặp" or "ông" or "bà" or "anh" or "chị"
        && Enumerable.Range(first, end - first + 1).Any(i => reading.IsWord(i) && Syllables.IsForeign(reading[i].Plain));

    /// <summary>"bị Thạc trưởng ca quấy rối": what he does stands after the name.</summary>
    private static bool IsPlaced(Reading reading, int first) =>
        !reading.StartsSentence(first) && reading[first - 1].Kind == TokenKind.Word && !PlaceWords.Has(reading[first - 1]) && NameWords.Roles.At(reading, first + 1) > 1 && reading.SameLine(first + 1);

    /// <summary>In a text that writes its capitals where they belong, a given name amid a sentence is one.</summary>
    private static bool IsPlain(Reading reading, int first, in Token before) =>
        reading.WritesMarks && !reading.StartsSentence(first) && before is { Kind: TokenKind.Word, Capital: false } && (!PlaceWords.Has(before) || before.Lower == "qua" && reading[first - 2].Lower == "hôm")
        && !Orders.Has(reading[first]);

    private static readonly WordList Orders = new("hai ba tư năm sáu bảy tám chín mười công thu sinh quân tân tín văn trường thanh chính đại");

    /// <summary>A writer of marks means another word without them: "Bo" is no "bộ".</summary>
    private static bool IsOrdinary(Reading reading, int at) =>
        reading.WritesMarks ? NameWords.Ordinary.HasExactly(reading[at]) : NameWords.Ordinary.Has(reading[at]);

    /// <summary>"tên tôi là Hoa": there no people is meant.</summary>
    private static bool IsCalled(Reading reading, int first) =>
        reading.SameLine(first) && Enumerable.Range(first - 4, 4).Any(i => i >= 0 && reading[i].Plain is "ten" or "tn" or "name");

    private static bool OneBlank(Reading reading, int index) => reading.SameLine(index) && reading.Gap(index).Length == 1;
}
