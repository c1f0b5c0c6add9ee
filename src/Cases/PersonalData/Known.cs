namespace Outreach.Cases.PersonalData;

/// <summary>Places and peoples that everybody knows: too wide to tell who somebody is.</summary>
internal static class Known
{
    /// <summary>Whether these words are one such place, or several of two words and more.</summary>
    public static bool IsWide(Reading reading, int first, int last)
    {
        var known = NameWords.Wide.At(reading, first);
        if (known == last - first + 1)
        {
            return true;
        }

        return known > 1 && first + known < last && IsWide(reading, first + known, last);
    }
}
