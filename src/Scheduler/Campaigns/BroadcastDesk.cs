using Microsoft.EntityFrameworkCore;
using Outreach.Scheduler.Planning;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Staff;

namespace Outreach.Scheduler.Campaigns;

/// <summary>
/// What people do with the broadcasts of a campaign. Each step takes the id of a broadcast, or of a campaign: then the one of its
/// broadcasts that is meant is the one it would show. Works on PostgreSQL alone.
/// </summary>
public sealed class BroadcastDesk(IDbContextFactory<OutreachDb> databases, StorageStartup storage, Func<BroadcastControl> control, BroadcastDates dates, AuditTrail audit, TimeProvider time)
{
    private static readonly BroadcastState[] Open = [BroadcastState.Scheduled, BroadcastState.Waiting, BroadcastState.Running, BroadcastState.Paused];

    public Task<DeskOutcome> PauseAsync(Guid id, CampaignActor by, CancellationToken cancellationToken) =>
        StepAsync(id, CampaignAct.Pause, AuditAction.BroadcastPaused, by, async (db, broadcast) => await BroadcastControl.PauseAsync(db, broadcast.Id, PauseReason.Staff, cancellationToken) ? 1 : 0, cancellationToken);

    public Task<DeskOutcome> ResumeAsync(Guid id, CampaignActor by, CancellationToken cancellationToken) =>
        StepAsync(id, CampaignAct.Resume, AuditAction.BroadcastResumed, by, async (db, broadcast) => await BroadcastControl.ResumeAsync(db, broadcast.Id, cancellationToken) ? 1 : 0, cancellationToken);

    /// <summary>Ends this broadcast alone.</summary>
    public Task<DeskOutcome> CancelAsync(Guid id, CampaignActor by, CancellationToken cancellationToken) =>
        StepAsync(id, CampaignAct.Cancel, AuditAction.BroadcastCancelled, by, async (db, broadcast) => await control().CancelAsync(db, broadcast.Id, cancellationToken) ? 1 : 0, cancellationToken);

    /// <summary>Drops a date that has not begun.</summary>
    public Task<DeskOutcome> SkipAsync(Guid id, CampaignActor by, CancellationToken cancellationToken) =>
        StepAsync(id, CampaignAct.Skip, AuditAction.BroadcastSkipped, by, async (db, broadcast) => await control().CancelAsync(db, broadcast.Id, cancellationToken) ? 1 : 0, cancellationToken);

    /// <summary>Says yes to a broadcast that waits: it begins at once, or at its date where that is still to come.</summary>
    public Task<DeskOutcome> SendAnywayAsync(Guid id, CampaignActor by, CancellationToken cancellationToken) =>
        StepAsync(id, CampaignAct.SendAnyway, AuditAction.BroadcastSentAnyway, by, (db, broadcast) => AgreeAsync(db, broadcast, cancellationToken), cancellationToken);

    /// <summary>Sends once more what did not go out.</summary>
    public Task<DeskOutcome> RetryAsync(Guid id, RetryWhat what, CampaignActor by, CancellationToken cancellationToken) =>
        StepAsync(id, CampaignAct.Retry, AuditAction.BroadcastRetried, by, (db, broadcast) => what switch
        {
            RetryWhat.Failed => BroadcastControl.RetryAsync(db, broadcast.Id, DeliveryState.Failed, [], cancellationToken),
            RetryWhat.Capped => BroadcastControl.RetryAsync(db, broadcast.Id, DeliveryState.Skipped, [DeliveryCause.Capped], cancellationToken),
            _ => BroadcastControl.RetryAsync(db, broadcast.Id, DeliveryState.InDoubt, [], cancellationToken),
        }, cancellationToken);

    /// <summary>The broadcast that a campaign would show: what runs, is paused or waits; else what comes next; else the last.</summary>
    internal static Broadcast? Current(IEnumerable<Broadcast> broadcasts) => broadcasts
        .OrderBy(b => b.State switch
        {
            BroadcastState.Running or BroadcastState.Paused => 0,
            BroadcastState.Waiting => 1,
            BroadcastState.Scheduled => 2,
            _ => 3,
        })
        .ThenBy(b => b.EndedAt is null ? b.PlannedAt.UtcTicks : -b.PlannedAt.UtcTicks)
        .FirstOrDefault();

    /// <summary>Ends every broadcast of a campaign that is not over.</summary>
    internal async Task CancelAllAsync(Guid campaignId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var id in await db.Broadcasts.Where(b => b.CampaignId == campaignId && Open.Contains(b.State)).Select(b => b.Id).ToListAsync(cancellationToken))
        {
            await control().CancelAsync(id, cancellationToken);
        }
    }

    private async Task<DeskOutcome> StepAsync(
        Guid id, CampaignAct act, AuditAction action, CampaignActor by, Func<OutreachDb, Broadcast, Task<long>> change, CancellationToken cancellationToken)
    {
        if (storage.KeepsNothing)
        {
            return new DeskOutcome.NeedsDatabase();
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await CampaignDesk.MayAsync(db, by, cancellationToken))
        {
            return new DeskOutcome.MayNot();
        }

        var (campaignId, meant) = await FindAsync(db, id, act, cancellationToken);
        if (campaignId == Guid.Empty)
        {
            return new DeskOutcome.NotFound();
        }

        if (meant is null || CampaignRules.After(meant.State, act) is null)
        {
            return NotNow(act, meant?.State);
        }

        // One transaction: a step that the audit does not know of was not taken.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await change(db, meant);
        if (changed == 0)
        {
            // Nothing to be sent again, or somebody was first.
            await transaction.RollbackAsync(cancellationToken);
            await db.Entry(meant).ReloadAsync(cancellationToken);
            return CampaignRules.After(meant.State, act) is null ? NotNow(act, meant.State) : new DeskOutcome.Done(campaignId);
        }

        if (act == CampaignAct.Retry)
        {
            await dates.ReopenCampaignAsync(db, campaignId, cancellationToken);
        }

        await audit.AppendAsync(db, new AuditDraft(by.StaffId, action, AuditKind.Broadcast, meant.Id.ToString("D")) { Source = by.Source }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (act is CampaignAct.Cancel or CampaignAct.Skip)
        {
            await control().SkipCancelledAsync(cancellationToken);
        }

        return new DeskOutcome.Done(campaignId, changed);
    }

    /// <summary>By a campaign's id, the broadcast for which the step is possible, before the one that it shows.</summary>
    private static async Task<(Guid CampaignId, Broadcast? Meant)> FindAsync(OutreachDb db, Guid id, CampaignAct act, CancellationToken cancellationToken)
    {
        if (await db.Broadcasts.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is { } one)
        {
            return (one.CampaignId, one);
        }

        if (!await db.Campaigns.AnyAsync(c => c.Id == id, cancellationToken))
        {
            return default;
        }

        var all = await db.Broadcasts.Where(b => b.CampaignId == id).ToListAsync(cancellationToken);
        return (id, Current(all.Where(b => CampaignRules.After(b.State, act) is not null)) ?? Current(all));
    }

    private static DeskOutcome.NotNowOfBroadcast NotNow(CampaignAct act, BroadcastState? state) =>
        new(act, state, state is { } known ? CampaignRules.PossibleIn(known) : []);

    private async Task<long> AgreeAsync(OutreachDb db, Broadcast broadcast, CancellationToken cancellationToken)
    {
        var plan = CampaignPlan.FromJson(broadcast.Plan);
        if (broadcast.PlannedAt > time.GetUtcNow())
        {
            var sure = (plan with { Doubt = DateDoubt.None }).ToJson();
            return await BroadcastDates.MoveAsync(db, broadcast, broadcast.PlannedAt, BroadcastState.Scheduled, sure, cancellationToken) ? 1 : 0;
        }

        return await control().PlanAsync(db, broadcast.Id, plan.Audience, Reachable.Channels, plan.CapDays, cancellationToken) is null ? 0 : 1;
    }
}
