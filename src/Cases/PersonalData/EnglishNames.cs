namespace Outreach.Cases.PersonalData;

/// <summary>Names in English sentences: capitals that begin no sentence and are no place, people, month or business.</summary>
internal static class EnglishNames
{
    private static readonly WordList Whereabouts = new("at in from near to on into the a an via outside inside behind opposite around between of university called city province district street");

    /// <summary>Before a single name.</summary>
    private static readonly WordList Persons = new("with for is by ask tell told call called name named and but because when if where that after against about");

    /// <summary>After a single name: what people do.</summary>
    private static readonly WordList Doings = new(
        "who said says say told tells asks asked hits hit beat beats took takes takes kept keeps cut cuts shouts shouted screams has had is was will can does did and wants wanted promised promises came went works worked lives left cannot never always also touches touched holds held locked locks refuses refused called calls sent gave pays paid sleeps cries cried fell lost got speaks");

    private static readonly WordList NoNames = new(
        "vietnamese company factory agency union team office department court ministry committee federation confederation province city district ward street road hotel zone park airport station island labor labour code law decree article resolution social insurance security health unemployment national public holiday new year lunar tet christmas eid ramadan google maps western northern southern eastern central asia asian europe european america south north east west sunday part chapter section form contract annex salary work permit visa card bank account red cross bus train line floor lot block room house lane villa dorm building unit ghana kenya nigeria uganda india japan korea taiwan china australia canada germany france england russia thailand laos hindi bengali urdu tagalog burmese mandarin cantonese portuguese spanish arabic christian muslim buddhist catholic");

    /// <summary>The last token of the name that the capitals from here to <paramref name="end"/> are. Null when they are none.</summary>
    public static int? EndAt(Reading reading, int first, int end)
    {
        if (!reading.IsEnglish || NameWords.Ordinary.Has(reading[first]) || NameWords.Roles.At(reading, first) > 0 || Known.IsWide(reading, first, end) || NameWords.Wide.At(reading, first) > 1)
        {
            return null;
        }

        for (var i = first; i <= end; i++)
        {
            if (NoNames.Has(reading[i]) || PlaceWords.IsAfter(reading, i) || Cue.Banks.Has(reading[i]) || NameWords.EnglishSmall.Has(reading[i]) || reading[i].Length < 2
                || reading[i].Length < 6 && reading.Text.AsSpan(reading[i].Start, reading[i].Length).IndexOfAnyInRange('a', 'z') < 0)
            {
                return null;
            }
        }

        var begins = reading.StartsSentence(first) || reading[first - 1].Kind == TokenKind.Sign && !reading.Is(first - 1, ',');
        var before = reading[first - 1];
        if (!begins && reading.SameLine(first) && Whereabouts.Has(before) || reading.Is(end + 1, '\''))
        {
            return null;
        }

        var does = reading.SameLine(end + 1) && Doings.HasExactly(reading[end + 1]);
        if (end - first is 1 or 2)
        {
            return !begins || does || reading.EndsClause(end + 1) && !reading.Is(end + 1, ':') ? end : null;
        }

        return end == first && reading[first].Length > 2 && !Titles(reading, first) && (does && (!begins || !IsCommon(reading, first)) || !begins && Persons.HasExactly(before) && reading.EndsClause(end + 1) && before.Plain != "is") ? end : null;
    }

    private static bool Titles(Reading reading, int at) => NameWords.Roles.At(reading, at) > 0 || NameWords.Titles.HasExactly(reading[at]) || NameWords.Bodies.At(reading, at) > 0;

    /// <summary>A word that opens a sentence has a capital whatever it is; a Vietnamese given name is believed.</summary>
    private static bool IsCommon(Reading reading, int at) => !NameWords.Given.Has(reading[at]) || !Syllables.IsVietnamese(reading[at].Plain);
}
