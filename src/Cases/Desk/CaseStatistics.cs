using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Retention;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Desk;

/// <summary>How many cases there are of what kind: those that are kept, and the counters that are left of the others. No list, no text, no id.</summary>
public sealed class CaseStatistics
{
    private readonly IDbContextFactory<OutreachDb> _databases;
    private readonly LocalDay _day;

    internal CaseStatistics(IDbContextFactory<OutreachDb> databases, LocalDay day) => (_databases, _day) = (databases, day);

    /// <param name="since">The first month, any day of it.</param>
    public async Task<CaseTotals> ReadAsync(DateOnly since, CancellationToken cancellationToken)
    {
        var first = new DateOnly(since.Year, since.Month, 1);
        var firstMonth = (first.Year * 100) + first.Month;
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var cases = db.HelpCases.AsNoTracking();
        var live = await cases.Where(c => c.State == CaseState.Open || c.State == CaseState.Waiting)
            .GroupBy(c => c.Priority).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var kept = await cases.Where(c => c.ReceivedOn >= first && c.State != CaseState.Quarantined)
            .GroupBy(c => new { c.ReceivedOn.Year, c.ReceivedOn.Month, c.Topic, c.FirstReply })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var left = await db.CaseCounts.AsNoTracking().Where(c => c.Month >= firstMonth)
            .Select(c => new { c.Month, c.Topic, c.FirstReply, c.Count }).ToListAsync(cancellationToken);
        return new CaseTotals(
            live.Sum(l => l.Count),
            live.Where(l => l.Key == CasePriority.Urgent).Sum(l => l.Count),
            await CaseExpiry.Over(cases, _day.Today).CountAsync(cancellationToken),
            [
                .. kept.Select(k => (Month: (k.Key.Year * 100) + k.Key.Month, k.Key.Topic, k.Key.FirstReply, k.Count))
                    .Concat(left.Select(l => (l.Month, l.Topic, l.FirstReply, l.Count)))
                    .GroupBy(c => (c.Month, c.Topic, c.FirstReply))
                    .Select(g => new CaseTally(g.Key.Month, g.Key.Topic, g.Key.FirstReply, g.Sum(c => c.Count))),
            ]);
    }
}
