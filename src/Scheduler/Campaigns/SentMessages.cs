using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage;

namespace Outreach.Scheduler.Campaigns;

/// <summary>What broadcasts said, for those who press their buttons, perhaps months later. A broadcast's plan is frozen, so once read it stays.</summary>
public sealed class SentMessages(IDbContextFactory<OutreachDb> databases)
{
    /// <summary>Three years of a message a month, and many more.</summary>
    private const int MaxKept = 200;

    private readonly ConcurrentDictionary<Guid, CampaignMessage> _kept = new();

    /// <returns>Null where there is no such broadcast.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    public async Task<CampaignMessage?> FindAsync(Guid broadcastId, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(broadcastId, out var kept))
        {
            return kept;
        }

        string? plan;
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            plan = await db.Broadcasts.Where(b => b.Id == broadcastId).Select(b => b.Plan).SingleOrDefaultAsync(cancellationToken);
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception))
        {
            throw new StoreUnavailableException("The database cannot be reached.", exception);
        }

        if (plan is null || CampaignPlan.FromJson(plan).Messages is not [var message, ..])
        {
            return null;
        }

        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(broadcastId, message);
    }
}
