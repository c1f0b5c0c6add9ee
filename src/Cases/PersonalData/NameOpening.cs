namespace Outreach.Cases.PersonalData;

/// <summary>Where a name in capitals begins, past titles and the word that merely opens a sentence, and whether the words before announce it.</summary>
internal static class NameOpening
{
    public static readonly WordList Peoples = new("hàn nhật trung hoa pháp mỹ nga đức úc anh ấn thái lào tây tàu việt đài tq");

    /// <summary>Past titles ("Chị Nguyễn Thị Hoa") and the word that merely begins a sentence ("Gặp Trần Văn Bình").</summary>
    public static int Begin(Reading reading, int first, int end, out bool announced)
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
                || first < end && NameWords.Roles.At(reading, first) == 1 && !IsFamilyThenMiddle(reading, first)
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
    private static bool IsFamilyThenMiddle(Reading reading, int at) => (NameWords.Families.Has(reading[at]) || NameWords.Titles.Has(reading[at - 1]) && reading.IsCapital(at + 1) && reading[at + 1].Lower is "thị" or "văn") && NameWords.Middles.Has(reading[at + 1]);

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
}
