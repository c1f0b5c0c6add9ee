namespace Outreach.Cases.PersonalData;

/// <summary>Names of people: capitalised ones here, those in small letters in <see cref="SmallNames"/>.</summary>
internal static class Names
{
    private const int MaxWords = 5;

    private static readonly WordList PlaceWords = new("ở tại quê tỉnh huyện quận tp phố xã phường nước miệt về từ lên vào vô xuống đi người tộc nhánh hàng ngoài miền khu đường in from near at qua sang trong đất vùng tiếng dân ấp thôn gốc");
    private static readonly WordList Peoples = new("hàn nhật trung hoa pháp mỹ nga đức úc anh ấn thái lào");
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

        var from = first;
        first = Begin(reading, first, end, out var announced);
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

    /// <summary>Past titles ("Chị Nguyễn Thị Hoa") and the word that merely begins a sentence ("Gặp Trần Văn Bình").</summary>
    private static int Begin(Reading reading, int first, int end, out bool announced)
    {
        announced = Announced(reading, first);
        while (first <= end && !Known.IsWide(reading, first, end))
        {
            // After a title "Ba" and "Minh" are names, though without marks they could be titles themselves.
            if ((announced && first == end ? NameWords.Titles.HasExactly(reading[first]) : NameWords.Titles.Has(reading[first])) && !(announced && first < end && IsGivenPair(reading, first)) && !(first < end && IsFamilyThenMiddle(reading, first)))
            {
                announced = true;
            }
            else if (announced && reading[first - 1].Plain == "nguoi" && first < end && !Known.IsWide(reading, first, first + 1) && Peoples.Has(reading[first])
                || first < end && NameWords.Roles.At(reading, first) == 1
                || reading.StartsSentence(first) && first < end && !NameWords.Families.Has(reading[first]) && NameWords.Families.Has(reading[first + 1]) && !NameWords.Given.Has(reading[first])
                || NameWords.Callings.At(reading, first) == 1 && !NameWords.Given.Has(reading[first]))
            {
                announced |= NameWords.Callings.At(reading, first) == 1 || NameWords.Roles.At(reading, first) == 1 || reading[first - 1].Plain == "nguoi";
            }
            else
            {
                break;
            }

            first++;
        }

        return first;
    }

    private static bool IsGivenPair(Reading reading, int at) => NameWords.Given.HasExactly(reading[at]) && at > 0 && NameWords.Titles.Has(reading[at - 1]);

    private static bool IsFamilyThenMiddle(Reading reading, int at) => NameWords.Families.Has(reading[at]) && NameWords.Middles.Has(reading[at + 1]);

    private static bool Announced(Reading reading, int first)
    {
        var before = first - 1;
        if (!reading.SameLine(first))
        {
            return false;
        }

        // "Tên em: …", "tên tôi là …": back over the fillers to what calls the name.
        var called = before;
        while (called > 0 && called >= first - 5 && (reading.Is(called, ':') || reading.Is(called, '-') || NameWords.Fillers.Has(reading[called])))
        {
            if (NameWords.Callings.EndsBefore(reading, called + 1) && reading[called].Plain is not ("la" or "em"))
            {
                return true;
            }

            called--;
        }

        if (NameWords.Callings.EndsBefore(reading, called + 1) && (called == before || !reading.Is(called, ',')))
        {
            return true;
        }

        if (reading.Is(before, '.') && reading[before - 1].Plain is "mr" or "mrs" or "ms")
        {
            return true;
        }

        if (reading.Is(before, ':') && NameWords.Roles.EndsBefore(reading, before))
        {
            return true;
        }

        return reading[before].Kind == TokenKind.Word
            && (NameWords.Titles.Has(reading[before]) || NameWords.Roles.EndsBefore(reading, first)
                || reading[before] is { Plain: "nguoi" } || reading[before].Plain == "la" && reading[before].Lower is "là" or "la" && IsPerson(reading, first));
    }

    private static bool IsPerson(Reading reading, int first) =>
        NameWords.Given.Has(reading[first]) || NameWords.Families.Has(reading[first]) || !Syllables.IsVietnamese(reading[first].Plain) && reading[first].Length > 3 && !Cue.Banks.Has(reading[first]);

    private static bool IsName(Reading reading, int first, int end, bool announced)
    {
        var count = end - first + 1;
        var before = reading[first - 1];
        var nationality = before.Plain == "nguoi";
        if (NameWords.Bodies.At(reading, first) > end - first + 1 || count == 1 && NameWords.Roles.At(reading, first) > 1 || NameWords.Ordinary.Has(reading[first]) && !(count >= 3 && NameWords.Families.Has(reading[first]) && announced) || Known.IsWide(reading, first, end) && !(announced && count == 1 && !nationality && (NameWords.Titles.Has(before) && before.Plain is not ("o" or "con") || IsCalled(reading, first))))
        {
            return false;
        }

        if (announced && !nationality)
        {
            return count > 1 || reading[first].Length >= 2 || reading[first].Lower is "ý";
        }

        if (count == 1)
        {
            return (Companions.Has(before) || IsPlain(reading, first, before)) && reading.SameLine(first) && NameWords.Given.HasExactly(reading[first]) && !NameWords.Titles.HasExactly(reading[first]) && NameWords.Bodies.At(reading, first) == 0;
        }

        var family = NameWords.Families.Has(reading[first]);
        var given = Enumerable.Range(first + 1, count - 1).Count(i => NameWords.Given.Has(reading[i]) || NameWords.Middles.Has(reading[i]));
        if (first > 0 && PlaceWords.Has(before) && reading.SameLine(first))
        {
            return family && count >= 3 && given >= 1 && before.Plain is not ("duong" or "pho" or "hang");
        }

        return family && (given >= 1 || count >= 3 || NameWords.MarkedFamilies.HasExactly(reading[first]) && reading[first].Lower != reading[first].Plain || reading[first + 1].Lower.Contains('\'')) || NameWords.Given.Has(reading[first]) && given == count - 1
            || English.Has(reading[end + 1]) && reading.SameLine(end + 1) || reading.StartsSentence(first) && count is 2 or 3 && reading[end + 1].Plain == "here";
    }

    /// <summary>In a text that writes its capitals where they belong, a given name amid a sentence is one.</summary>
    private static bool IsPlain(Reading reading, int first, in Token before) =>
        reading.WritesMarks && !reading.StartsSentence(first) && before is { Kind: TokenKind.Word, Capital: false } && !PlaceWords.Has(before)
        && !Orders.Has(reading[first]);

    private static readonly WordList Orders = new("hai ba tư năm sáu bảy tám chín mười công thu sinh quân tân tín văn trường thanh chính đại");

    /// <summary>"tên tôi là Hoa": there no people is meant.</summary>
    private static bool IsCalled(Reading reading, int first) =>
        reading.SameLine(first) && Enumerable.Range(first - 4, 4).Any(i => i >= 0 && reading[i].Plain is "ten" or "tn" or "name");

    private static bool OneBlank(Reading reading, int index) => reading.SameLine(index) && reading.Gap(index).Length == 1;
}
