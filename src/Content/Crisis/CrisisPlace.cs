namespace Outreach.Content.Crisis;

/// <summary>One place of a phrase: the words of which one stands there.</summary>
internal sealed class CrisisPlace
{
    private static readonly CrisisText[] NoChoices = [];

    private readonly Dictionary<int, CrisisText[]> _byFirst;

    /// <param name="gap">How many other words may stand before it.</param>
    public CrisisPlace(int gap, IReadOnlyList<CrisisText> choices)
    {
        (Gap, HasMarks) = (gap, choices.Any(c => c.HasMarks));
        _byFirst = choices.GroupBy(c => c.Ids[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Count).ToArray());
    }

    public int Gap { get; }

    public bool HasMarks { get; }

    public IReadOnlyCollection<int> Firsts => _byFirst.Keys;

    /// <summary>Those that begin with the word there, the longest first.</summary>
    public CrisisText[] ChoicesAt(CrisisText text, int at) => _byFirst.GetValueOrDefault(text.Ids[at]) ?? NoChoices;
}
