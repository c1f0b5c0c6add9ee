namespace Outreach.Cases.PersonalData;

/// <summary>Names typed in small letters, with marks or without: only where the words around leave little doubt.</summary>
internal static class SmallNames
{
    /// <summary>Given names that after "chị", "anh" are hardly another word.</summary>
    private static readonly WordList AfterTitle = new(
        "lan tuấn hùng dũng cường linh trang thảo thủy thúy hương hằng hạnh nga phượng phương loan oanh yến ngọc quyên hiền tâm vy my nhung ngân trinh tuyết hà thư như hiếu khánh khang đạt vinh thắng toàn quân huy tùng kiên trung hưng sơn nam lộc phúc phú quang thành tiến việt huệ hồng nguyệt liên lài thơm bình minh thanh diệu kiều duyên uyên trâm thoa hậu lượng");

    /// <summary>The same where neither title nor name has marks: "chi thanh toan" is no Thanh.</summary>
    private static readonly WordList AfterPlainTitle = new(
        "lan linh trang thao thuy hanh nga phuong loan oanh yen ngoc quyen tuyet nhung vy hue hong nguyet thom uyen tram diem my tuan cuong vinh huy khanh khang hieu loc phuc quang hien duyen dieu trinh kieu");

    private static readonly WordList Calls = new("đây nè nek ơi oi nì");
    private static readonly WordList Orders = new("hai ba tư năm sáu bảy tám chín mười út");
    private static readonly WordList Units = new("tháng năm ngày người triệu tuổi lần con đứa giờ tiếng ca công mươi trăm ngàn nghìn này nay nữa rồi");
    private static readonly WordList Asking = new("gặp gap goi gọi nhờ nhơ nho hoi hỏi");

    /// <summary>What goes on after a name.</summary>
    private static readonly WordList After = new("bị được ở làm nợ hay đánh chửi không là có quê sinh năm cũng đang đã thì giữ trả thiếu nói bảo kêu bắt đuổi hứa lừa trốn");

    private static readonly WordList Appeals = new("ơi chị giúp cho em");
    private static readonly WordList NoTitle = new("em ta trai gái chị anh");
    private static readonly WordList Mine = new("em e tôi tui mình cháu con chồng vợ bạn chị anh ông bà nó hắn thằng chủ sếp emm");

    /// <summary>The last token of the name that begins here or, after a calling word, a little further on; below <paramref name="first"/> when there is none.</summary>
    public static int EndAt(Reading reading, ref int first)
    {
        if (reading[first].Plain is "ten" or "tn" or "name" && !(reading.IsEnglish && reading[first].Lower == "ten") && NameWords.Callings.At(reading, first) > 0 && Called(reading, first) is var (start, end) && end >= start)
        {
            first = start;
            return end;
        }

        if ((SmallFullNames.Full(reading, first) ?? SmallFullNames.Introduced(reading, first)) is { } full)
        {
            return full;
        }

        if (NameWords.SmallTitles.Has(reading[first]) && AfterTitleEnd(reading, first) is { } titled)
        {
            first++;
            return titled;
        }

        if (PairAfterRole(reading, first) is { } pair)
        {
            return pair;
        }

        // "ong chu takahashi kenji": words of no Vietnamese after a trade
        if (!reading.IsEnglish && NameWords.Roles.EndsBefore(reading, first) && Strange(reading, first) && Strange(reading, first + 1) && reading.SameLine(first + 1))
        {
            return first + 1;
        }

        if (IntroducedEnd(reading, first, out var from) is { } introduced)
        {
            first = from;
            return introduced;
        }

        return first - 1;
    }

    /// <summary>"ten em la dinh", "e tn quyên", "no ten hai lua".</summary>
    private static (int First, int Last) Called(Reading reading, int calling)
    {
        var at = calling + 1;
        while (at <= calling + 4 && (reading.Is(at, ':') || reading.IsWord(at) && !reading.IsCapital(at) && NameWords.Fillers.Has(reading[at])))
        {
            at++;
        }

        if (reading[calling].Plain == "name" && !NameWords.Given.Has(reading[at]) && !NameWords.Families.Has(reading[at]))
        {
            return (at, at - 1);
        }

        if (!reading.IsWord(at) || reading.IsCapital(at) || !reading.SameLine(at) || PlaceWords.Works.At(reading, at) > 0 || NameWords.Bodies.At(reading, at) > 0)
        {
            return (at, at - 1);
        }

        if (SmallFullNames.Full(reading, at) is { } full)
        {
            return (at, full);
        }

        // "giàng a páo", of the Mông
        if (reading[at + 1].Lower == "a" && RareNames.IsFamily(reading[at]) && reading.IsWord(at + 2) && reading.SameLine(at + 2) && !NameWords.Stops.Has(reading[at + 2]))
        {
            return (at, at + 2);
        }

        var owned = at > calling + 1 || reading[calling - 1].Plain == "ay" || Mine.Has(reading[calling - 1]) || reading.StartsSentence(calling) || reading[calling - 1].Kind != TokenKind.Word;
        var believable = NameWords.Given.Has(reading[at]) || NameWords.Families.Has(reading[at]) || owned && Syllables.IsForeign(reading[at].Plain);
        if ((owned || NameWords.Roles.EndsBefore(reading, calling)) && IsBirthOrder(reading, at))
        {
            return (at, at + 1);
        }

        if (Mine.Has(reading[calling - 1]) && !(at == calling + 1 ? SmallFullNames.NeverCalled : NameWords.Stops).Has(reading[at]) && (reading.EndsClause(at + 1) || at == calling + 1 && After.Has(reading[at + 1]) && !NameWords.Stops.Has(reading[at])))
        {
            return (at, at);
        }

        var person = Mine.Has(reading[calling - 1]) || NameWords.Roles.EndsBefore(reading, calling) || NameWords.Titles.HasExactly(reading[calling - 1]);
        if (person && at == calling + 1 && NameWords.Given.Has(reading[at]) && !SmallFullNames.NeverCalled.Has(reading[at]))
        {
            return (at, WithAnh(reading, SmallFullNames.Rest(reading, at, NameWords.Families.Has(reading[at]) ? 3 : 2)));
        }

        if (!believable || NameWords.Stops.Has(reading[at]) && !(owned && NameWords.Given.Has(reading[at]) && EndsOrGoesOn(reading, at)))
        {
            return (at, at - 1);
        }

        return (at, SmallFullNames.Rest(reading, at, NameWords.Families.Has(reading[at]) && reading[at].Plain is not ("hoa" or "mai") ? 4 : 2));
    }

    private static int? AfterTitleEnd(Reading reading, int title)
    {
        var at = title + 1;
        if (!reading.IsWord(at) || reading.IsCapital(at) || !reading.SameLine(at) || NoTitle.Has(reading[at]))
        {
            return null;
        }

        if (reading[title].Plain is "di" or "ong" or "bac" or "chu" or "thay" or "duong" or "mo" or "thim" && IsBirthOrder(reading, at) && !NameWords.Stops.Has(reading[at + 1]))
        {
            return at + 1;
        }

        var asked = Asking.Has(reading[title - 1]) && NameWords.Given.Has(reading[at]) && reading[title].Plain is "chi" or "anh" && (!NameWords.Stops.Has(reading[at]) || reading.EndsClause(at + 1) && reading[at].Plain is "tam" or "thu" or "bao" or "hang");
        var marked = reading[title].Lower != reading[title].Plain || reading[at].Lower != reading[at].Plain;
        var known = (marked ? AfterTitle.Has(reading[at]) : reading[title].Plain is "anh" or "chi" or "ong" && AfterPlainTitle.Has(reading[at])) && !(reading[title].Plain == "anh" && reading[at].Plain is "hung" or "minh" or "huong") && !reading.WritesCapitals;
        // "anh dung quan ly": what he does says that this is his name.
        var placed = NameWords.Given.Has(reading[at]) && NameWords.Roles.At(reading, at + 1) > 0 && reading[title].Plain is "anh" or "chi" or "ong"
            && (!NameWords.Stops.Has(reading[at]) || reading[at].Plain is "dung" or "thu" or "hang" or "tam") && NameWords.Bodies.At(reading, at) == 0;
        return asked || known || placed ? SmallFullNames.Rest(reading, at, 2) : null;
    }

    /// <summary>"chu tk bich loan", "den anh khoi nguyen,": two given names, and nothing more of the clause.</summary>
    private static int? PairAfterRole(Reading reading, int first) =>
        !reading.IsEnglish && (SmallFullNames.HasRole(reading, first) || reading[first - 1].Plain is "anh" or "ong" or "chi" && reading[first - 1].Kind == TokenKind.Word) && IsPairPart(reading, first) && IsPairPart(reading, first + 1)
        && (reading.EndsClause(first + 2) || SmallFullNames.HasRole(reading, first) && After.HasExactly(reading[first + 2])) && !PlaceWords.Deeds.Has(reading[first]) && NameWords.Bodies.At(reading, first) == 0 && NameWords.Roles.At(reading, first) == 0 ? first + 1 : null;

    private static bool IsPairPart(Reading reading, int at) =>
        reading.IsWord(at) && reading.SameLine(at) && !reading.IsCapital(at) && NameWords.Given.Has(reading[at]) && (!NameWords.Stops.Has(reading[at]) || reading[at].Lower == "my" && !reading.EndsClause(at + 1));

    private static bool Strange(Reading reading, int at) => reading.IsWord(at) && !reading.IsCapital(at) && reading[at].Length >= 5 && Syllables.IsForeign(reading[at].Plain);

    /// <summary>"em la lan, …" and, opening a text, "em tra my, …".</summary>
    private static int? IntroducedEnd(Reading reading, int first, out int from)
    {
        from = first + 1;
        if (reading.WritesCapitals || !Mine.Has(reading[first]) || !reading.IsWord(from))
        {
            return null;
        }

        var said = reading[from].Lower is "la" or "là";
        from = said ? from + 1 : from;
        if (!Fits(reading, from) && !(said && IsBirthOrder(reading, from)) || NameWords.Bodies.At(reading, from) > 0)
        {
            return null;
        }

        if (said && IsBirthOrder(reading, from))
        {
            return from + 1;
        }

        if (!said && Calls.Has(reading[from + 1]) && !NameWords.Titles.Has(reading[from]))
        {
            return from;
        }

        if (!said && first > 0)
        {
            return null;
        }

        var end = SmallFullNames.Rest(reading, from, 3);
        var words = end - from + 1;
        return (reading.EndsClause(end + 1) && reading.Is(end + 1, ',') || said && end + 1 >= reading.Count) && (words > 1 || said) ? end : null;
    }

    private static bool Fits(Reading reading, int at) =>
        reading.IsWord(at) && reading.SameLine(at) && !reading.IsCapital(at) && !NameWords.Stops.Has(reading[at]) && (NameWords.Given.Has(reading[at]) || NameWords.Families.Has(reading[at]));

    /// <summary>"hai lua", "sau bong": the order of birth and a by-name, as southerners call each other.</summary>
    private static bool IsBirthOrder(Reading reading, int at) =>
        Orders.Has(reading[at]) && reading.IsWord(at + 1) && !reading.IsCapital(at + 1) && reading.SameLine(at + 1)
        && (reading.EndsClause(at + 2) || After.Has(reading[at + 2]) && !NameWords.Stops.Has(reading[at + 1])) && !Units.Has(reading[at + 1]);

    /// <summary>"kim anh": a word of address, and the second half of many names.</summary>
    private static int WithAnh(Reading reading, int end) =>
        reading[end + 1].Lower == "anh" && reading.SameLine(end + 1) && !Appeals.Has(reading[end + 2]) && (reading.EndsClause(end + 2) || NameWords.Stops.Has(reading[end + 2])) ? end + 1 : end;

    /// <summary>A word that ends names may be one: "ten em la nam," does, "ten em la nam nay" does not.</summary>
    private static bool EndsOrGoesOn(Reading reading, int at) => reading.EndsClause(at + 1) || NameWords.Given.Has(reading[at + 1]) && !NameWords.Stops.Has(reading[at + 1]);
}
