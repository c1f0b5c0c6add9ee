using System.Buffers;

namespace Outreach.Content.Search;

/// <summary>Whether letters without marks can be a Vietnamese syllable: an onset, a vowel group, a coda.</summary>
internal static class VietnameseSpelling
{
    private static readonly string[] Onsets =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
        "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];

    private static readonly HashSet<string> Vowels = new(StringComparer.Ordinal)
    {
        "a", "e", "i", "o", "u", "y", "ai", "ao", "au", "ay", "eo", "eu", "ia", "ie", "iu", "oa", "oe", "oi", "oo", "ua", "ue", "ui", "uo",
        "uu", "uy", "ye", "ieu", "oai", "oao", "oay", "oeo", "uay", "uoi", "uou", "uya", "uye", "uyu", "yeu", "uau",
    };

    private static readonly HashSet<string> Codas = new(StringComparer.Ordinal) { "", "c", "ch", "m", "n", "ng", "nh", "p", "t" };

    private static readonly SearchValues<char> VowelLetters = SearchValues.Create("aeiouy");

    public static bool IsPossible(string folded)
    {
        if (folded.Length is 0 or > 7)
        {
            return false;
        }

        foreach (var onset in Onsets)
        {
            if (folded.StartsWith(onset, StringComparison.Ordinal) && IsRime(folded.AsSpan(onset.Length)))
            {
                return true;
            }
        }

        return folded is "gi" or "gin" or "git" or "gip";
    }

    private static bool IsRime(ReadOnlySpan<char> rime)
    {
        var coda = rime.IndexOfAnyExcept(VowelLetters);
        var vowels = coda < 0 ? rime : rime[..coda];
        return Vowels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(vowels)
            && (coda < 0 || Codas.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rime[coda..]));
    }
}
