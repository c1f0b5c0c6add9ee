namespace Outreach.Cases.PersonalData;

/// <summary>Addresses as they are told aloud: "hoa chấm nguyễn a còng gmail chấm com".</summary>
internal static class SpelledEmails
{
    private static readonly WordList Providers = new("gmail gmai gmeo gờ-meo jmail gmial yahoo hotmail outlook icloud mail zoho proton protonmail email ymail live vnn fpt");
    private static readonly PhraseList At = new("a còng, a cồng, a cong, acong, acòng, a móc, a moc, a vòng, a khoanh, a đuôi, at, a@, còng, a công");
    private static readonly PhraseList Joints = new("chấm, cham, chẫm, dot, gạch dưới, gach duoi, gạch ngang, gach ngang, gạch nối, gạch, underscore, shift gạch, dash, cộng, plus");
    private static readonly WordList Dots = new("chấm dot chẫm");

    public static void Mark(Reading reading)
    {
        for (var i = 1; i < reading.Count; i++)
        {
            var at = AtSign(reading, i);
            if (at == 0 || !reading.IsFree(i))
            {
                continue;
            }

            var host = i + at;
            var end = EndOfHost(reading, host);
            if (end > host || end == host && Providers.HasLetters(reading[host]))
            {
                reading.Take(BeginningOfLocal(reading, i), end, PersonalKind.Email);
                i = end;
            }
        }
    }

    /// <summary>How many tokens say "@" here: also "(at)", "[a còng]".</summary>
    private static int AtSign(Reading reading, int i)
    {
        if (reading.Is(i, '(') || reading.Is(i, '['))
        {
            return (reading.Is(i + 1, '@') || reading[i + 1].Plain == "a" ? 1 : At.At(reading, i + 1)) is > 0 and var inner && (reading.Is(i + 1 + inner, ')') || reading.Is(i + 1 + inner, ']')) ? inner + 2 : 0;
        }

        return reading.Is(i, '@') ? 1 : At.At(reading, i);
    }

    /// <summary>The last token of "gmail chấm com chấm vn"; below <paramref name="host"/> when no host is there.</summary>
    private static int EndOfHost(Reading reading, int host)
    {
        if (reading[host].Kind == TokenKind.Sign)
        {
            return host - 1;
        }

        var end = host;
        var dotted = false;
        while (reading.SameLine(end + 1))
        {
            var dot = Dots.HasLetters(reading[end + 1]) || reading.Is(end + 1, '.') || reading.Is(end + 1, '-');
            if (!dot || reading[end + 2].Kind == TokenKind.Sign || reading.Is(end + 1, '.') && !reading.Glued(end + 2))
            {
                break;
            }

            dotted = true;
            end += 2;
        }

        // "gmail (dot) com"
        if (!dotted && Dots.HasLetters(reading[end + 2]) && (reading.Is(end + 1, '(') || reading.Is(end + 1, '[')) && reading[end + 4].Kind == TokenKind.Word)
        {
            return end + 4;
        }

        // "gmail com": the dot left out.
        if (!dotted && Providers.HasLetters(reading[host]) && reading[host + 1].Plain == "com")
        {
            return host + 1;
        }

        return dotted || Providers.HasLetters(reading[host]) ? end : host - 1;
    }

    private static int BeginningOfLocal(Reading reading, int at)
    {
        var first = at - 1;
        while (true)
        {
            while (first > 0 && reading.Glued(first) && !IsBreak(reading, first - 1))
            {
                first--;
            }

            if ((reading[first].Kind == TokenKind.Digits || DigitGroup.IsWord(reading[first])) && reading.IsWord(first - 1) && reading.SameLine(first) && !Joints.EndsBefore(reading, first)
                && reading[first - 1].Plain is not ("la" or "mail" or "email" or "gmail"))
            {
                first--;
                continue;
            }

            var joint = 0;
            for (var length = 1; length <= 2 && joint == 0; length++)
            {
                joint = first - length > 0 && Joints.At(reading, first - length) == length ? length : 0;
            }

            if (joint == 0)
            {
                return first;
            }

            first -= joint + 1;
        }
    }

    private static bool IsBreak(Reading reading, int index) => reading.Is(index, ':') || reading.Is(index, ',') || reading.Is(index, '(') || reading.Is(index, '"');
}
