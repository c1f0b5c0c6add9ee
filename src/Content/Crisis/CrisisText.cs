using Outreach.Content.Search;

namespace Outreach.Content.Crisis;

/// <summary>Words with their numbers in the list's vocabulary: equal numbers, equal letters without marks.</summary>
/// <param name="strict">Of the list: fits only what was typed with marks.</param>
internal sealed class CrisisText(IReadOnlyList<Syllable> words, Func<string, int> number, bool strict = false)
{
    private readonly CrisisSpelling[] _spellings = [.. words.Select(w => new CrisisSpelling(w))];

    /// <summary>-1 for a word that no phrase has.</summary>
    public int[] Ids { get; } = [.. words.Select(w => number(w.Folded))];

    public bool HasMarks { get; } = words.Any(w => w.HasMarks);

    public int Count => Ids.Length;

    /// <summary>Whether these words, of the list, stand in a text as typed.</summary>
    public bool StandsIn(CrisisText text, int at)
    {
        if (at + Count > text.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (text.Ids[at + i] != Ids[i] || !text._spellings[at + i].Fits(_spellings[i], strict))
            {
                return false;
            }
        }

        return true;
    }
}
