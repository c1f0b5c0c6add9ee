namespace Outreach.Cases.PersonalData;

/// <summary>Names in small letters that begin with a family name: "tran van hung", "giam doc nghiem xuan yem".</summary>
internal static class SmallFullNames
{
    /// <summary>Family names that without marks may be the word before "thì".</summary>
    private static readonly WordList ThenWords = new("võ đỗ hồ lê dương lương mai hoa ma từ lại hà sơn cao đồng triệu đới hạn lâu trình từ tư");

    /// <summary>Family names with which three words together are believed.</summary>
    private static readonly WordList WordsOfThree = new("trần phạm hoàng phan bùi trương trịnh huỳnh nguyễn");

    private static readonly WordList PersonTitles = new("anh chị ông bà chú bác dì sếp thầy cháu thằng bé cụ cậu dượng");
    private static readonly WordList Speakers = new("toi tui em minh chau con tôi mình cháu");
    private static readonly WordList PlainTitles = new("anh chi ong chau sep");
    private static readonly WordList NoRole = new("chủ vợ chồng cai thầu trực cò em");

    /// <summary>After "em ten": never a name, though spelled like one.</summary>
    public static readonly WordList NeverCalled = new("là gì của tôi em anh chị thật gọi không nào người trong trên và cũng bị ở công đó mình thì mà với chung riêng mình");

    /// <summary>"tran van hung", "nguyễn hoàng nam": a family name, its middle name, and a given name.</summary>
    public static int? Full(Reading reading, int first)
    {
        // "quản lý cá nhân": the second half of a word.
        if (!reading.IsWord(first + 1) || !reading.SameLine(first + 1) || NameWords.Roles.At(reading, first - 1) > 1 || NameWords.Bodies.At(reading, first - 1) > 1 || NameWords.Bodies.At(reading, first) > 1 || NameWords.Bodies.At(reading, first + 2) > 1)
        {
            return null;
        }

        if (!NameWords.Families.Has(reading[first]))
        {
            return Titled(reading, first) && NameWords.Middles.Has(reading[first + 1]) && !NameWords.Stops.Has(reading[first]) && !ThenWords.Has(reading[first])
                && reading[first].Length > 2 && reading.IsWord(first + 2) && reading.SameLine(first + 2) && (NameWords.Given.Has(reading[first + 2]) || reading.EndsClause(first + 3)) && !NameWords.Stops.Has(reading[first + 2])
                ? first + 2 : null;
        }

        var middle = (reading.WritesMarks && reading[first].Lower != reading[first].Plain ? NameWords.Middles.HasExactly(reading[first + 1]) : NameWords.Middles.Has(reading[first + 1])) && reading[first].Length > 1;
        var sure = NameWords.SureFamilies.Has(reading[first]) || NameWords.MarkedFamilies.HasExactly(reading[first]) && reading[first].Lower != reading[first].Plain;
        var announced = NameWords.Titles.Has(reading[first - 1]) && NameWords.SmallTitles.Has(reading[first - 1]) || reading[first - 1].Plain is "la" or "ten" or "tn" || NameWords.Fillers.Has(reading[first - 1]) && NameWords.Callings.EndsBefore(reading, first - 1) || HasRole(reading, first);
        var doubtful = reading[first].Lower == reading[first].Plain && reading[first + 1].Lower is "thi" or "van" && (NameWords.Stops.Has(reading[first]) || ThenWords.Has(reading[first]));
        if (announced && !sure && !middle && reading[first].Lower == reading[first].Plain && (NameWords.Stops.Has(reading[first]) || NameWords.Bodies.At(reading, first + 1) > 1 || reading[first - 1].Lower == "di"))
        {
            return null;
        }

        if (middle && !announced && reading[first].Lower == reading[first].Plain && !reading.EndsClause(first + 3) && (doubtful || !NameWords.Given.Has(reading[first + 2]) && Syllables.IsVietnamese(reading[first + 2].Plain)) || middle && reading[first - 1].Kind == TokenKind.Digits)
        {
            return null;
        }

        if (middle && reading.IsWord(first + 2) && reading.SameLine(first + 2) && (!NameWords.Stops.Has(reading[first + 2]) || (announced || !doubtful) && NameWords.Given.Has(reading[first + 2])))
        {
            return Rest(reading, first + 2, 3);
        }

        if (announced && !sure && reading.WritesMarks && reading.WritesCapitals)
        {
            return null;
        }

        var end = announced ? Announced(reading, first) : sure ? Rest(reading, first, 4) : first;
        if (end == first && Titled(reading, first) && IsThree(reading, first))
        {
            return first + 2;
        }

        if (end == first && WordsOfThree.Has(reading[first]) && reading.IsWord(first + 2) && reading.SameLine(first + 2) && NameWords.Given.Has(reading[first + 1])
            && NameWords.Given.Has(reading[first + 2]) && !NameWords.Stops.Has(reading[first + 2]) && NameWords.Bodies.At(reading, first) == 0)
        {
            return first + 2;
        }

        return end >= first + 2 || sure && end == first + 1 && announced ? end : null;
    }

    /// <summary>"em dang thi ut lan, …": who speaks, at the head of a clause, and nothing but the name in it.</summary>
    public static int? Introduced(Reading reading, int first)
    {
        if (reading.WritesMarks || !Speakers.Has(reading[first - 1]) || first > 1 && reading[first - 2].Kind != TokenKind.Sign || !NameWords.Families.Has(reading[first])
            || reading[first + 1].Lower is not ("thi" or "van") || NameWords.Bodies.At(reading, first + 1) > 1)
        {
            return null;
        }

        var end = first + 2;
        while (end < first + 4 && reading.IsWord(end + 1) && reading.SameLine(end + 1))
        {
            end++;
        }

        var doubtful = NameWords.Stops.Has(reading[first]) || ThenWords.Has(reading[first]);
        return reading.IsWord(first + 2) && reading.EndsClause(end + 1)
            && Enumerable.Range(first + 2, end - first - 1).All(i => !NeverCalled.Has(reading[i]) && (!doubtful || NameWords.Given.Has(reading[i]))) ? end : null;
    }

    /// <summary>After a person's title, trade or "ten".</summary>
    private static bool Titled(Reading reading, int first) =>
        !reading.IsEnglish && (PersonTitles.HasExactly(reading[first - 1]) || PlainTitles.HasExactly(reading[first - 1]) || HasRole(reading, first) || reading[first - 1].Plain is "ten" or "tn" || reading[first - 1].Plain == "la" && Speakers.Has(reading[first - 2])
            || PersonTitles.Has(reading[first - 1]) && reading[first - 2].Plain is "ten" or "tn");

    /// <summary>"chu tra luong": what is a trade before a capital may be another word before small letters.</summary>
    public static bool HasRole(Reading reading, int first) => !NoRole.Has(reading[first - 1]) && NameWords.Roles.EndsBefore(reading, first);

    /// <summary>"nghiem xuan yem": three syllables, of which the first is a family name, and nothing more of the clause or a word that goes on.</summary>
    private static bool IsThree(Reading reading, int first) =>
        reading.IsWord(first + 2) && reading.SameLine(first + 2) && !reading.IsCapital(first + 2) && NameWords.Bodies.At(reading, first) == 0 && NameWords.Bodies.At(reading, first + 1) == 0
        && !NameWords.Stops.Has(reading[first]) && !NeverCalled.Has(reading[first + 1])
        && (NameWords.Given.Has(reading[first + 1]) && !NameWords.Stops.Has(reading[first + 1]) && !NameWords.Stops.Has(reading[first + 2]) && (reading.EndsClause(first + 3) || NameWords.Stops.Has(reading[first + 3]))
            || reading.EndsClause(first + 3) && reading[first - 1].Plain is not ("chi" or "co" or "em" or "con" or "o" or "ba") && (!NameWords.Stops.Has(reading[first + 1]) || NameWords.Given.Has(reading[first + 2])));

    /// <summary>After "ten", "ong": a word that may also end a name goes on with it when another follows ("le bao tran").</summary>
    private static int Announced(Reading reading, int first)
    {
        var end = first;
        while (end - first < 3 && reading.IsWord(end + 1) && reading.SameLine(end + 1)
            && (Continues(reading, end + 1) || NameWords.Given.Has(reading[end + 1]) && end - first < 2 && reading[first].Plain != "mai"
                && NameWords.Given.Has(reading[end + 2]) && !NameWords.Stops.Has(reading[end + 2]) && reading.SameLine(end + 2)))
        {
            end++;
        }

        return end;
    }

    /// <summary>As many words more as can be names, at most so many altogether.</summary>
    public static int Rest(Reading reading, int first, int max)
    {
        var end = first;
        while (end - first + 1 < max && reading.IsWord(end + 1) && reading.SameLine(end + 1) && Continues(reading, end + 1))
        {
            end++;
        }

        return end;
    }

    private static bool Continues(Reading reading, int at) =>
        (!NameWords.Stops.Has(reading[at]) || reading[at].Lower == "my" && !reading.IsEnglish) && (NameWords.Given.Has(reading[at]) || NameWords.Middles.Has(reading[at]) || Syllables.IsOdd(reading[at].Plain) && reading[at].Length > 3)
        || NameWords.Middles.Has(reading[at]) && reading[at].Lower is "thi" or "van" && NameWords.Families.Has(reading[at - 1]);
}
