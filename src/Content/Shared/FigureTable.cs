using System.Collections.Frozen;

namespace Outreach.Content.Shared;

/// <summary>The dated figures. Each has one value a day at most.</summary>
public sealed class FigureTable
{
    private readonly FrozenDictionary<string, Figure[]> _periods;

    /// <param name="figures">All periods in any order; gaps and overlaps have been refused before.</param>
    public FigureTable(IEnumerable<Figure> figures) =>
        _periods = figures.GroupBy(f => f.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(f => f.From).ToArray(), StringComparer.Ordinal);

    public static FigureTable Empty { get; } = new([]);

    public IEnumerable<string> Ids => _periods.Keys;

    public bool Contains(string id) => _periods.ContainsKey(id);

    /// <summary>The periods of one figure by date; none where it is not known.</summary>
    public IReadOnlyList<Figure> PeriodsOf(string id) => _periods.TryGetValue(id, out var periods) ? periods : [];

    /// <summary>The period that holds on a day, or null.</summary>
    public Figure? Find(string id, DateOnly day) =>
        _periods.TryGetValue(id, out var periods) ? Array.Find(periods, p => p.HoldsOn(day)) : null;

    /// <summary>This table, and of <paramref name="ids"/> that it does not know what <paramref name="older"/> had.</summary>
    internal FigureTable With(FigureTable older, IEnumerable<string> ids)
    {
        var kept = ids.Where(id => !Contains(id)).Distinct().SelectMany(older.PeriodsOf).ToList();
        return kept.Count == 0 ? this : new FigureTable(_periods.Values.SelectMany(p => p).Concat(kept));
    }
}
