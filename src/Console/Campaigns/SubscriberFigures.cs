using Microsoft.EntityFrameworkCore;
using Outreach.Staff.Figures;
using Outreach.Storage;
using Outreach.Storage.Subscribers;

namespace Outreach.Staff.Campaigns;

/// <summary>Those who asked for campaigns, in counts, small ones hidden.</summary>
internal sealed class SubscriberFigures(OutreachDb db, LocalDay day)
{
    private const int Months = 12;
    private const int MaxProvinces = 70;

    public async Task<Shown> ReadAsync(CancellationToken cancellationToken)
    {
        var all = db.Subscribers.AsNoTracking();
        var live = all.Where(s => s.WithdrawnAt == null);
        var first = new DateOnly(day.Today.Year, day.Today.Month, 1).AddMonths(1 - Months);
        var since = new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var byChannel = await live.GroupBy(s => new { s.Channel, s.Language }).Select(g => new { g.Key.Channel, g.Key.Language, Count = g.Count() }).ToListAsync(cancellationToken);
        var byProvince = await live.GroupBy(s => s.Province).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).Take(MaxProvinces).ToListAsync(cancellationToken);
        var byRole = await live.GroupBy(s => s.Role).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var byMonth = await live.Where(s => s.ConsentedAt >= since).GroupBy(s => new { s.ConsentedAt.Year, s.ConsentedAt.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(cancellationToken);
        var left = await all.Where(s => s.WithdrawnAt != null).GroupBy(s => s.WithdrawnBecause).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);

        var channels = byChannel.Select(row => row.Channel).Distinct().Order(StringComparer.Ordinal).ToList();
        var table = new int[channels.Count, Content.Languages.All.Count];
        foreach (var row in byChannel)
        {
            table[channels.IndexOf(row.Channel), Math.Max(0, Content.Languages.All.ToList().IndexOf(row.Language))] += row.Count;
        }

        var months = Enumerable.Range(0, Months).Select(first.AddMonths).ToList();
        return new Shown(
            byChannel.Sum(row => row.Count),
            channels,
            SmallCells.Of(table),
            Hide(byProvince.Select(row => (row.Key, row.Count))),
            Hide(byRole.OrderByDescending(row => row.Count).Select(row => (row.Key, row.Count))),
            [.. Hide(months.Select(month => ((string?)null, byMonth.Where(row => row.Year == month.Year && row.Month == month.Month).Sum(row => row.Count)))).Select((row, i) => (months[i], row.Count))],
            [.. Hide(Enum.GetValues<Withdrawal>().Select(why => ((string?)null, left.Where(row => (row.Key ?? Withdrawal.Asked) == why).Sum(row => row.Count)))).Select((row, i) => (Enum.GetValues<Withdrawal>()[i], row.Count))]);
    }

    private static IReadOnlyList<(string? Name, int? Count)> Hide(IEnumerable<(string? Name, int Count)> rows)
    {
        var all = rows.ToList();
        var counts = new int[all.Count, 1];
        for (var i = 0; i < all.Count; i++)
        {
            counts[i, 0] = all[i].Count;
        }

        var shown = SmallCells.Of(counts);
        return [.. all.Select((row, i) => (row.Name, shown[i, 0]))];
    }

    /// <param name="ByChannel">A row a channel with a column a language, totals at the end; null = hidden.</param>
    internal sealed record Shown(
        int All,
        IReadOnlyList<string> Channels,
        int?[,] ByChannel,
        IReadOnlyList<(string? Name, int? Count)> Provinces,
        IReadOnlyList<(string? Name, int? Count)> Roles,
        IReadOnlyList<(DateOnly Month, int? Count)> Months,
        IReadOnlyList<(Withdrawal Why, int? Count)> Left);
}
