using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Jobs;

/// <summary>Begins what is due, and plans what comes after. Any number of nodes may do so at once: each broadcast begins once.</summary>
internal sealed class BroadcastPlanner(
    IDbContextFactory<OutreachDb> databases, BroadcastControl control, BroadcastDates dates, BroadcastDesk desk, BroadcastMaker maker,
    TimeProvider time, ILogger<BroadcastPlanner> log)
{
    /// <summary>Begins every broadcast whose time has come.</summary>
    /// <returns>Those still to come.</returns>
    public async Task<IReadOnlyList<PlannedDate>> BeginDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var planned = await db.Broadcasts.AsNoTracking().Where(b => b.State == BroadcastState.Scheduled).OrderBy(b => b.PlannedAt).ToListAsync(cancellationToken);
        var due = planned.Where(b => b.PlannedAt <= time.GetUtcNow()).ToList();
        foreach (var broadcast in due)
        {
            await BeginAsync(broadcast, cancellationToken);
        }

        if (due.Count > 0)
        {
            // An audience of nobody is over at once, on nodes without a channel too.
            await control.EndFinishedAsync(cancellationToken);
            await PlanNextAsync(cancellationToken);
        }

        return [.. planned.Except(due).Select(b => new PlannedDate(b.Id, b.PlannedAt))];
    }

    /// <summary>The next date of each campaign that is started; the end of those that have none; what a node left undone that was killed in between.</summary>
    public async Task PlanNextAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var open = await (from campaign in db.Campaigns.AsNoTracking()
                          where campaign.State == CampaignState.Started
                          select new { Campaign = campaign, Broadcasts = db.Broadcasts.Where(b => b.CampaignId == campaign.Id).ToList() }).ToListAsync(cancellationToken);
        foreach (var started in open)
        {
            await PlanNextAsync(started.Campaign, started.Broadcasts, cancellationToken);
        }

        var leftOver = await db.Campaigns.Where(c => c.State == CampaignState.Cancelled && db.Broadcasts.Any(b =>
            b.CampaignId == c.Id && b.State != BroadcastState.Done && b.State != BroadcastState.Cancelled)).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var cancelled in leftOver)
        {
            await desk.CancelAllAsync(cancelled, cancellationToken);
        }
    }

    private async Task BeginAsync(Broadcast broadcast, CancellationToken cancellationToken)
    {
        var plan = CampaignPlan.FromJson(broadcast.Plan);
        var late = time.GetUtcNow() - broadcast.PlannedAt;
        if (LateStart.Judge(broadcast.PlannedAt, time.GetUtcNow(), maker.LatestStart(plan)) == StartVerdict.Ask)
        {
            if (await control.AskAsync(broadcast.Id, cancellationToken))
            {
                PlannerLog.Asks(log, broadcast.Id, late.TotalHours);
            }
        }
        else if (await control.PlanAsync(broadcast.Id, plan.Audience, Reachable.Channels, plan.CapDays, cancellationToken) is { } recipients)
        {
            PlannerLog.Began(log, broadcast.Id, recipients, late.TotalSeconds);
        }
    }

    private async Task PlanNextAsync(Campaign campaign, List<Broadcast> planned, CancellationToken cancellationToken)
    {
        if (planned.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var plan = CampaignPlan.FromJson(campaign.Plan);
        var last = planned.Select(b => (Broadcast: b, Plan: CampaignPlan.FromJson(b.Plan))).MaxBy(b => (b.Plan.Due, b.Broadcast.PlannedAt));
        if (last.Plan.Due is { } due)
        {
            if (last.Broadcast.PlannedAt > now && last.Broadcast.State is BroadcastState.Scheduled or BroadcastState.Waiting)
            {
                await RecheckAsync(last.Broadcast, last.Plan, due, cancellationToken);
                return;
            }

            if (last.Broadcast.State != BroadcastState.Scheduled && maker.Following(campaign.Id, plan, due) is { } next)
            {
                if (await dates.TryAddAsync(next, CampaignPlan.FromJson(next.Plan).Due!.Value, cancellationToken))
                {
                    PlannerLog.Planned(log, next.Id, next.PlannedAt, next.State);
                }

                return;
            }
        }

        if (planned.All(b => b.State is BroadcastState.Done or BroadcastState.Cancelled))
        {
            await dates.EndCampaignAsync(campaign.Id, cancellationToken);
        }
    }

    /// <summary>Holidays that were mended move a date that has not come. What a person said yes to is not asked again.</summary>
    private async Task RecheckAsync(Broadcast broadcast, CampaignPlan plan, DateOnly due, CancellationToken cancellationToken)
    {
        if (maker.DateOf(plan, due) is not { } date || (date.At == broadcast.PlannedAt && (date.Doubt == plan.Doubt || plan.Doubt == DateDoubt.None)))
        {
            return;
        }

        var state = date.AskFirst ? BroadcastState.Waiting : BroadcastState.Scheduled;
        if (await dates.MoveAsync(broadcast, date.At, state, (plan with { Doubt = date.Doubt }).ToJson(), cancellationToken))
        {
            PlannerLog.Moved(log, broadcast.Id, date.At, state);
        }
    }
}
