namespace Outreach.Content.Search;

/// <summary>Letters held down for emphasis ("luuuuơng", "ơiiii") or struck twice ("doii").</summary>
internal static class RepeatedLetters
{
    /// <summary>The word with each letter once, or null when none was repeated.</summary>
    public static Syllable? Once(Syllable typed)
    {
        Span<char> kept = stackalloc char[typed.Marked.Length];
        var count = 0;
        foreach (var c in typed.Marked)
        {
            if (count == 0 || kept[count - 1] != c)
            {
                kept[count++] = c;
            }
        }

        return count < typed.Marked.Length ? TextNormalizer.Tokenize(new string(kept[..count]))[0] : null;
    }
}
