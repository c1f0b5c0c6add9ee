namespace Outreach.Content.Search.Unanswered;

/// <summary>Puts wordings together that are near the first of their group.</summary>
/// <remarks>
/// Near the first and not near any: in a chain of small steps one group would swallow all. Which wordings are compared at all is found
/// by rare words: two that are like enough share one of the rarest words of each, so that nothing is missed by looking no further.
/// </remarks>
internal sealed class WordingGroups
{
    /// <summary>From this likeness on two wordings count as one question.</summary>
    public const float SameQuestion = 0.6f;

    /// <summary>What two must share at least, as a share of either's weight, to be that like.</summary>
    private const float LeastShared = SameQuestion / (2 - SameQuestion);

    private readonly List<List<Wording>> _groups = [];
    private readonly Dictionary<int, List<int>> _byRareTerm = [];
    private readonly Dictionary<int, int> _found = [];

    private WordingGroups()
    {
    }

    /// <summary>How many pairs of wordings were compared.</summary>
    public long Comparisons { get; private set; }

    /// <summary>The first of each group is the one that the others are near.</summary>
    public IReadOnlyList<IReadOnlyList<Wording>> Groups => _groups;

    /// <summary>The same wordings give the same groups, in whatever order they come.</summary>
    public static WordingGroups Of(IReadOnlyCollection<Wording> wordings)
    {
        var groups = new WordingGroups();
        foreach (var number in wordings.SelectMany(wording => wording.Terms).Select(term => term.Number))
        {
            groups._found[number] = groups._found.GetValueOrDefault(number) + 1;
        }

        // What was sent often, or in words that many use, makes the better middle of a group.
        foreach (var wording in wordings
            .OrderByDescending(wording => wording.Rows.Count)
            .ThenByDescending(groups.Commonness)
            .ThenBy(wording => wording.Key, StringComparer.Ordinal))
        {
            groups.Place(wording);
        }

        return groups;
    }

    private void Place(Wording wording)
    {
        var rare = RareTerms(wording);
        var (best, likeness) = (-1, SameQuestion);
        foreach (var group in rare.SelectMany(term => _byRareTerm.GetValueOrDefault(term) ?? []).Distinct())
        {
            Comparisons++;
            var own = wording.Likeness(_groups[group][0]);
            if (own > likeness || (own == likeness && (best < 0 || group < best)))
            {
                (best, likeness) = (group, own);
            }
        }

        if (best >= 0)
        {
            _groups[best].Add(wording);
            return;
        }

        foreach (var term in rare)
        {
            if (!_byRareTerm.TryGetValue(term, out var with))
            {
                _byRareTerm[term] = with = [];
            }

            with.Add(_groups.Count);
        }

        _groups.Add([wording]);
    }

    /// <summary>The rarest terms, as many that those left out weigh too little to make two wordings alike.</summary>
    private List<int> RareTerms(Wording wording)
    {
        var terms = wording.Terms.OrderBy(term => _found[term.Number]).ThenBy(term => term.Number).ToList();
        var left = LeastShared * wording.Weight;
        var kept = terms.Count;
        // A little earlier than the sum says: it was added up in another order.
        while (kept > 0 && (left -= terms[kept - 1].Weight) > 0.001f * wording.Weight)
        {
            kept--;
        }

        return [.. terms.Take(kept).Select(term => term.Number)];
    }

    private double Commonness(Wording wording) =>
        wording.Weight > 0 ? wording.Terms.Sum(term => term.Weight * Math.Log(_found[term.Number])) / wording.Weight : 0;
}
