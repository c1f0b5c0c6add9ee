using System.Text;

namespace Outreach.Cases.PersonalData;

/// <summary>Finds what in a text tells who somebody is: numbers, contacts, names, places. Local, without state, in time linear in the text.</summary>
public static class PersonalData
{
    /// <summary>The personal stretches of <paramref name="text"/>, in order and without overlap.</summary>
    public static IReadOnlyList<PersonalSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = new Reading(text);

        // What is surest comes first: a later search leaves alone what an earlier one has taken.
        Contacts.Mark(reading);
        SpelledEmails.Mark(reading);
        Papers.Mark(reading);
        Numbers.Mark(reading);
        SocialNames.Mark(reading);
        Places.Mark(reading);
        Names.Mark(reading);
        return reading.Spans();
    }

    /// <summary>The text with each span replaced by the word for its kind. <paramref name="spans"/> are those <see cref="Find"/> gave for this text.</summary>
    public static string Mask(string text, IReadOnlyList<PersonalSpan> spans, Func<PersonalKind, string> word)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spans);
        ArgumentNullException.ThrowIfNull(word);
        var masked = new StringBuilder(text.Length);
        var from = 0;
        foreach (var span in spans)
        {
            masked.Append(text, from, span.Start - from).Append(word(span.Kind));
            from = span.End;
        }

        return masked.Append(text, from, text.Length - from).ToString();
    }
}
