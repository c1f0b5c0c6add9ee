using Outreach.Content.Search;

namespace Outreach.Content.Crisis;

/// <summary>Words with their numbers in the list's vocabulary: equal numbers, equal letters without marks.</summary>
internal sealed class CrisisText(IReadOnlyList<Syllable> words, Func<string, int> number)
{
    public IReadOnlyList<Syllable> Words { get; } = words;

    /// <summary>-1 for a word that no phrase has.</summary>
    public int[] Ids { get; } = [.. words.Select(w => number(w.Folded))];

    public int Count => Ids.Length;
}
