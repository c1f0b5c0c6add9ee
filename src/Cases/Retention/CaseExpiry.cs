using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Delivery;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Retention;

/// <summary>Ends cases whose time is over: they become counters.</summary>
internal sealed class CaseExpiry(CaseChanges changes, LinkEnding links, LocalDay day)
{
    private const int Lot = 200;

    /// <summary>Those whose time is over today.</summary>
    public static IQueryable<HelpCase> Over(IQueryable<HelpCase> cases, DateOnly today)
    {
        var closedBy = RetentionRules.Texts.OverWhenBegunBy(today);
        var arrivedBy = RetentionRules.Unanswered.OverWhenBegunBy(today);
        var silentSince = RetentionRules.Silent.OverWhenBegunBy(today);
        return cases.Where(c => (c.State == CaseState.Closed && c.ClosedOn <= closedBy)
            || (c.State != CaseState.Closed && c.FirstReply == FirstReplyWithin.None && c.ReceivedOn <= arrivedBy)
            || (c.State != CaseState.Closed && c.LastOn <= silentSince));
    }

    /// <returns>How many went.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var gone = 0;
        while (await changes.TryAsync((db, _) => TryEndSomeAsync(db, cancellationToken), cancellationToken) is { Cases: > 0 } ended)
        {
            gone += ended.Cases;
            foreach (var linkId in ended.Links)
            {
                await links.DestroyAsync(linkId, cancellationToken);
            }
        }

        return gone;
    }

    /// <returns>Null when another node is at the same cases.</returns>
    private async Task<Ended?> TryEndSomeAsync(OutreachDb db, CancellationToken cancellationToken)
    {
        var over = await Over(db.HelpCases, day.Today).Take(Lot).ToListAsync(cancellationToken);
        if (over.Count == 0)
        {
            return new Ended(0, []);
        }

        var ids = over.Select(c => c.Id).ToList();
        var linkIds = await db.CaseLinks.Where(l => ids.Contains(l.CaseId)).Select(l => l.Id).ToListAsync(cancellationToken);
        foreach (var kind in over.GroupBy(c => (Month: Epochs.Of(c.ReceivedOn), c.Topic, c.Outcome, c.Priority, c.FirstReply)))
        {
            var (month, topic, outcome, priority, firstReply) = kind.Key;
            var counter = await db.CaseCounts.FindAsync([month, topic, outcome, priority, firstReply], cancellationToken)
                ?? db.CaseCounts.Add(new CaseCount { Month = month, Topic = topic, Outcome = outcome, Priority = priority, FirstReply = firstReply }).Entity;
            counter.Count += kind.Count();
        }

        await CaseSaves.RemoveAsync(db, ids, cancellationToken);
        return await CaseSaves.TrySaveAsync(db, cancellationToken) ? new Ended(over.Count, linkIds) : null;
    }

    private sealed record Ended(int Cases, IReadOnlyList<Guid> Links);
}
