namespace Outreach.Cases.PersonalData;

/// <summary>Whether a word could be a Vietnamese syllable; brands such as "samsung" and "abc" could not.</summary>
internal static class Syllables
{
    private static readonly string[] Onsets = ["ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly HashSet<string> Rimes = new(
        ("a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot "
        + "u ua uan uang uat uay uc ue uech uenh ui uoc uoi uom uon uong uop uot uou um un ung uo up ut uu uy uya uych uyen uyet uynh uyt y yem yen yet yeu").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> RimesBySpan = Rimes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Neither a syllable nor one typed with a letter too many ("kkhong", "buii") or with the keys of its marks ("dduowcj"), nor an abbreviation without a vowel.</summary>
    public static bool IsForeign(string plain)
    {
        if (plain.IndexOfAny(['a', 'e', 'i', 'o', 'u', 'y']) < 0 || IsVietnamese(Keyed(plain)))
        {
            return false;
        }

        for (var i = 1; i < plain.Length; i++)
        {
            if (plain[i] == plain[i - 1] && IsVietnamese(plain.Remove(i, 1)))
            {
                return false;
            }
        }

        return !IsVietnamese(plain);
    }

    /// <summary>No syllable, though it may be one with a letter too many.</summary>
    public static bool IsOdd(string plain) => !IsVietnamese(plain) && plain.IndexOfAny(['a', 'e', 'i', 'o', 'u', 'y']) >= 0 && !IsVietnamese(Keyed(plain));

    private static string Keyed(string plain)
    {
        var word = plain.Replace("aa", "a", StringComparison.Ordinal).Replace("ee", "e", StringComparison.Ordinal).Replace("oo", "o", StringComparison.Ordinal).Replace("dd", "d", StringComparison.Ordinal).Replace("w", "", StringComparison.Ordinal);
        return word.Length > 2 && word[^1] is 's' or 'f' or 'r' or 'x' or 'j' ? word[..^1] : word;
    }

    public static bool IsVietnamese(string plain)
    {
        foreach (var onset in Onsets)
        {
            if (plain.StartsWith(onset, StringComparison.Ordinal) && RimesBySpan.Contains(plain.AsSpan(onset.Length)))
            {
                return true;
            }
        }

        return plain == "gi";
    }
}
