using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>The broadcasts that run now, as far as the sender must know them.</summary>
internal sealed class RunningBroadcasts(
    IDbContextFactory<OutreachDb> databases, ContentStore content, SenderState state, ILogger<RunningBroadcasts> log)
{
    private readonly ConcurrentDictionary<Guid, RunningBroadcast> _known = new();

    public RunningBroadcast? Find(Guid id) => _known.GetValueOrDefault(id);

    /// <summary>Looks which run.</summary>
    /// <returns>How many, and whether one of them did not run before.</returns>
    public async Task<(int Count, bool IsNew)> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var ids = await db.Broadcasts.Where(b => b.State == BroadcastState.Running).Select(b => b.Id).ToListAsync(cancellationToken);
        foreach (var over in _known.Keys.Except(ids).ToList())
        {
            // What is still on its way holds it in its hand.
            _known.TryRemove(over, out _);
            state.Forget(over);
        }

        var missing = ids.Where(id => !_known.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            foreach (var broadcast in await db.Broadcasts.AsNoTracking().Where(b => missing.Contains(b.Id)).ToListAsync(cancellationToken))
            {
                _known[broadcast.Id] = Read(broadcast);
            }
        }

        return (ids.Count, missing.Count > 0);
    }

    private RunningBroadcast Read(Broadcast broadcast)
    {
        CampaignMessage? message = null;
        try
        {
            message = CampaignPlan.FromJson(broadcast.Plan).MessageOf(null);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentOutOfRangeException)
        {
            // It says nothing, so it pauses itself at its first delivery.
            DeliveryLog.PlanNotRead(log, broadcast.Id, fault.GetType().Name);
        }

        return new RunningBroadcast(broadcast.Id, message, broadcast.ListsDoubts, content, state.Meter(broadcast.Id));
    }
}
