namespace Outreach.Cases.PersonalData;

/// <summary>Whether a word could be a Vietnamese syllable; brands such as "samsung" and "abc" could not.</summary>
internal static class Syllables
{
    private static readonly string[] Onsets = ["ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly HashSet<string> Rimes = new(
        ("a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot "
        + "u ua uan uang uat uay uc ue uech uenh ui uoc uoi uom uon uong uop uot uou um un ung uo up ut uu uy uya uych uyen uyet uynh uyt y yem yen yet yeu").Split(' '), StringComparer.Ordinal);

    public static bool IsVietnamese(string plain) =>
        Onsets.Any(onset => plain.StartsWith(onset, StringComparison.Ordinal) && Rimes.Contains(plain[onset.Length..])) || plain == "gi";
}
