namespace Outreach.Content.Search;

/// <summary>The letters that young people write for others: fải, wá, zậy, thik, pít.</summary>
internal static class ChatSpelling
{
    private static readonly (string Typed, string[] Meant)[] Starts =
    [
        ("f", ["ph"]), ("w", ["qu", "u"]), ("z", ["d", "gi", "v", "r"]), ("j", ["gi", "ch", "d"]), ("dz", ["d", "v"]), ("p", ["ph", "b"]),
        ("c", ["k"]), ("k", ["c", "kh"]), ("g", ["gh"]), ("gh", ["g"]), ("ng", ["ngh"]), ("ngh", ["ng"]), ("b", ["v"]), ("qw", ["qu"]),
    ];

    private static readonly (string Typed, string[] Meant)[] Ends =
    [
        ("k", ["c", "ch"]), ("g", ["ng"]), ("nk", ["nh"]), ("h", ["nh", "ch"]), ("q", ["c"]), ("v", ["n"]), ("j", ["i", "ch"]),
    ];

    public static IEnumerable<string> Candidates(string folded)
    {
        foreach (var start in Change(folded, Starts, atStart: true).Append(folded))
        {
            if (start != folded)
            {
                yield return start;
            }

            foreach (var both in Change(start, Ends, atStart: false))
            {
                yield return both;
            }
        }
    }

    private static IEnumerable<string> Change(string word, (string Typed, string[] Meant)[] table, bool atStart)
    {
        foreach (var (typed, meant) in table)
        {
            var stands = atStart ? word.StartsWith(typed, StringComparison.Ordinal) : word.EndsWith(typed, StringComparison.Ordinal);
            if (stands && word.Length > typed.Length)
            {
                foreach (var to in meant)
                {
                    yield return atStart ? to + word[typed.Length..] : word[..^typed.Length] + to;
                }
            }
        }
    }
}
