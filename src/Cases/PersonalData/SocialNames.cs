namespace Outreach.Cases.PersonalData;

/// <summary>Names on social networks: "zalo tên Hoa Hướng Dương", "fb: be heo con", "ig mimi_99".</summary>
internal static class SocialNames
{
    private const int MaxFillers = 6;
    private const int MaxWords = 6;

    private static readonly WordList Networks = new(
        "zalo zl fb facebook face fbook messenger mess nick nickname tele telegram tg insta ig instagram tiktok viber skype wechat whatsapp line kakao fanpage phây fây");

    private static readonly WordList Fillers = new(
        "em e tôi tui mình chị anh cháu của cua là laf tên ten tn nick zalo zl fb facebook chủ thầu shop người lừa nè nhé nha this my is name id acc tài khoản chính phụ ảnh hắn nó ổng bả bên quán trang cá nhân con mẹ chồng vợ ông bà messenger tiktok insta instagram công việc mk mik mh tao t mị tớ tau mềnh vk ck công ty kẻ đứa thằng họ chính chủ của");

    private static readonly WordList Writing = new("nt ib inbox rep nhắn tin add kb pm dm");
    private static readonly WordList Owners = new("em e tôi tui mình cháu nick");
    private static readonly WordList Naming = new("tên ten tn name");

    /// <summary>What ends a name of small letters: fewer words than end a person's, "mèo con" is one.</summary>
    private static readonly WordList Enders = new(
        "em e tôi tui mình tụi anh chị nhé nha nhe ạ à bị được dc không ko k là thì mà và với vs của cho để khi nếu này đó nhắn gửi gọi liên hệ giúp nhờ nợ lừa giữ trả đòi số sđt sdt đt chủ đang đã sẽ vẫn cũng có làm vì ở hoặc hay đi rồi r bên người thằng ổng hắn xin thấy chặn đăng");

    /// <summary>Capitalised words after a network that are no one's name there.</summary>
    private static readonly WordList Ordinary = new("công tổ nhóm group tôi em anh chị tết việt zalo facebook fb tiktok viber số sđt");

    public static void Mark(Reading reading)
    {
        for (var i = 0; i < reading.Count; i++)
        {
            if (Written(reading, i))
            {
                var last = Capitals(reading, i);
                if (!IsPerson(reading, i, last))
                {
                    reading.Take(i, last, PersonalKind.Handle);
                }

                i = last;
                continue;
            }

            if (!reading.IsWord(i) || !Networks.Has(reading[i]) || reading.Glued(i) && reading.Is(i - 1, '.'))
            {
                continue;
            }

            var at = i + 1;
            var named = Naming.Has(reading[i - 1]);
            var colon = false;
            var owned = false;
            while (at <= i + MaxFillers && (reading.Is(at, ':') || reading.Is(at, '(') || reading.Is(at, '"') || reading.Is(at, '“') || reading.IsWord(at) && !reading.IsCapital(at) && Fillers.Has(reading[at]) && !Identifier(reading, at)))
            {
                colon |= reading.Is(at, ':');
                named |= Naming.Has(reading[at]);
                owned |= Owners.Has(reading[at]);
                at++;
            }

            if (!colon && !reading.IsCapital(at) && LabelEnd(reading, at) is { } label)
            {
                at = label + 1;
                colon = true;
            }

            var end = EndOfName(reading, at, named, colon, owned);
            if (end >= at && reading.SameLine(at))
            {
                reading.Take(at, end, PersonalKind.Handle);
                i = end;
            }
        }
    }

    /// <summary>The colon of "Facebook bên nợ lương: …".</summary>
    private static int? LabelEnd(Reading reading, int at)
    {
        var end = at;
        while (end < at + 4 && reading.IsWord(end) && !reading.IsCapital(end) && reading.SameLine(end))
        {
            end++;
        }

        return end > at && reading.Is(end, ':') && reading.IsCapital(end + 1) ? end : null;
    }

    /// <summary>"nt qua Quạ Đen Cô Độc", "tin đe dọa từ Cu Đen": a by-name of two words and more, where messages come and go.</summary>
    private static bool Written(Reading reading, int at)
    {
        if (!reading.IsCapital(at) || !reading.IsCapital(at + 1) || !reading.SameLine(at + 1) || reading.Gap(at + 1).Length != 1 || Ordinary.Has(reading[at]) || NameWords.Titles.HasExactly(reading[at]) || NameWords.Bodies.At(reading, at) > 0
            || NameWords.Wide.At(reading, at) > 0 || Networks.Has(reading[at]) || NameWords.Ordinary.HasExactly(reading[at]) && !reading.IsCapital(at + 2))
        {
            return false;
        }

        var said = reading[at - 1];
        if (Writing.Has(said) && said.Plain != "tin")
        {
            return true;
        }

        return said.Lower is "qua" or "từ" or "cho" or "tới" or "với" or "nick"
            && Enumerable.Range(Math.Max(0, at - 5), Math.Min(at, 5)).Any(i => Writing.Has(reading[i]) && (reading[i].Plain != "tin" || said.Lower is "từ") || said.Lower == "qua" && reading[i].Plain == "lien" && reading[i + 1].Plain == "he");
    }

    private static int EndOfName(Reading reading, int at, bool named, bool colon, bool owned)
    {
        if (reading.Is(at, '_') && reading.Glued(at + 1) && reading.IsWord(at + 1))
        {
            return EndOfName(reading, at + 1, named, colon, owned);
        }

        if (!reading.IsWord(at))
        {
            return at - 1;
        }

        if (Identifier(reading, at))
        {
            var last = at;
            while (reading.IsFree(last + 1) && reading.Glued(last + 1) && (reading[last + 1].Kind != TokenKind.Sign || JoinsIdentifier(reading, last + 1)))
            {
                last++;
            }

            return last;
        }

        if (reading.IsCapital(at))
        {
            if (Ordinary.Has(reading[at]) && !named && !colon)
            {
                return at - 1;
            }

            var last = Capitals(reading, at);
            var small = last;
            while (last == at && (named || colon) && small - at < 4 && reading.IsWord(small + 1) && reading.SameLine(small + 1) && !Enders.Has(reading[small + 1]))
            {
                small++;
            }

            return reading.EndsClause(small + 1) ? small : last;
        }

        if (SmallFullNames.Full(reading, at) is { } full)
        {
            return full;
        }

        var end = at - 1;
        if (owned && !named && !colon && !reading.WritesCapitals)
        {
            // "fb e be heo con, …": only where the words end there.
            while (end - at + 1 < 5 && reading.IsWord(end + 1) && reading.SameLine(end + 1) && !Enders.Has(reading[end + 1]) && !NameWords.Stops.Has(reading[end + 1]))
            {
                end++;
            }

            return end > at && reading.EndsClause(end + 1) ? end : at - 1;
        }

        if (named || colon && !reading.WritesCapitals)
        {
            while (end - at + 1 < 4 && reading.IsWord(end + 1) && reading.SameLine(end + 1) && !Enders.Has(reading[end + 1]))
            {
                end++;
            }
        }

        return end;
    }

    /// <summary>A person's own name is left to the search for names.</summary>
    private static bool IsPerson(Reading reading, int first, int last) => RareNames.IsFamily(reading[first]) && RareNames.IsGiven(reading[last]) && last - first <= 3;

    private static int Capitals(Reading reading, int at)
    {
        var end = at;
        while (end - at + 1 < MaxWords && reading.IsCapital(end + 1) && reading.SameLine(end + 1))
        {
            end++;
        }

        // "Cà Chua Bi 2k3"
        if (reading.IsFree(end + 3) && reading[end + 1] is { Kind: TokenKind.Digits, Length: 1 } && reading[end + 2].Lower == "k" && reading[end + 3] is { Kind: TokenKind.Digits, Length: <= 2 } && reading.Glued(end + 2) && reading.Glued(end + 3))
        {
            return end + 3;
        }

        // "Hoa Hướng Dương 95"
        return reading.IsFree(end + 1) && reading[end + 1] is { Kind: TokenKind.Digits, Length: <= 4 } && reading.SameLine(end + 1) && !reading.Glued(end + 2) && reading.EndsClause(end + 2)
            ? end + 1 : end;
    }

    /// <summary>"hoa_95", "mimi.99", "hoanguyen95": letters with digits or joints in them.</summary>
    private static bool Identifier(Reading reading, int at) =>
        reading.Glued(at + 1) && (reading[at + 1].Kind == TokenKind.Digits || JoinsIdentifier(reading, at + 1)) && reading[at].Plain.Length >= 2;

    private static bool JoinsIdentifier(Reading reading, int at) =>
        (reading.Is(at, '_') || reading.Is(at, '.')) && reading.Glued(at + 1) && reading[at + 1].Kind != TokenKind.Sign;
}
