using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>Reads campaigns and how they stand.</summary>
public sealed class CampaignShelf(IDbContextFactory<OutreachDb> databases, StorageStartup storage, Func<BroadcastControl> control, BroadcastMaker maker, TimeProvider time)
{
    private const int MaxListed = 500;

    /// <summary>The latest changed first; counts and doubts are left out. At most 500.</summary>
    public async Task<IReadOnlyList<CampaignStanding>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(c => c.ChangedAt).Take(MaxListed).ToListAsync(cancellationToken);
        var ids = campaigns.Select(c => c.Id).ToList();
        var broadcasts = (await db.Broadcasts.AsNoTracking().Where(b => ids.Contains(b.CampaignId)).OrderBy(b => b.PlannedAt).ToListAsync(cancellationToken)).ToLookup(b => b.CampaignId);
        return [.. campaigns.Select(campaign => StandingOf(campaign, [.. broadcasts[campaign.Id]]))];
    }

    /// <param name="id">A campaign's, or one of its broadcasts', which is then the one shown.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<CampaignStanding?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var named = await db.Broadcasts.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        var campaignId = named?.CampaignId ?? id;
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancellationToken) is not { } campaign)
        {
            return null;
        }

        var standing = StandingOf(campaign, await db.Broadcasts.AsNoTracking().Where(b => b.CampaignId == campaignId).OrderBy(b => b.PlannedAt).ToListAsync(cancellationToken)) with
        {
            Returns = await db.CampaignReturns.AsNoTracking().Where(r => r.CampaignId == campaignId).OrderByDescending(r => r.At).ToListAsync(cancellationToken),
        };
        if ((named ?? standing.Current) is not { } current || storage.KeepsNothing)
        {
            return standing;
        }

        return standing with
        {
            Current = current,
            PlannedAt = current.PlannedAt,
            Counts = await control().CountAsync(current.Id, cancellationToken),
            Doubts = current.SummedAt is not null ? [] : await db.Deliveries.AsNoTracking().Where(d => d.BroadcastId == current.Id && d.DoubtedAt != null).OrderBy(d => d.SubscriberId).Select(d => d.SubscriberId).ToListAsync(cancellationToken),
        };
    }

    private CampaignStanding StandingOf(Campaign campaign, IReadOnlyList<Broadcast> broadcasts)
    {
        var plan = CampaignPlan.FromJson(campaign.Plan);
        var current = BroadcastDesk.Current(broadcasts);
        return new CampaignStanding
        {
            Campaign = campaign,
            Plan = plan,
            Broadcasts = broadcasts,
            Current = current,
            PlannedAt = current?.PlannedAt ?? (plan.When is null ? null : maker.First(campaign.Id, plan, time.GetUtcNow())?.PlannedAt),
        };
    }
}
