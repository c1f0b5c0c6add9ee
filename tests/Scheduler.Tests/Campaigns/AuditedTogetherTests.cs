using Microsoft.EntityFrameworkCore;
using Npgsql;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Staff;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Campaigns;

/// <summary>A step with a broadcast and its line of the audit are there both, or neither is.</summary>
public sealed class AuditedTogetherTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));
    private CampaignHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await CampaignHost.OpenAsync(await cluster.CreateDatabaseAsync(Token), _clock);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(CampaignAct.Pause, BroadcastState.Running, AuditAction.BroadcastPaused)]
    [InlineData(CampaignAct.Resume, BroadcastState.Paused, AuditAction.BroadcastResumed)]
    [InlineData(CampaignAct.Cancel, BroadcastState.Running, AuditAction.BroadcastCancelled)]
    [InlineData(CampaignAct.Skip, BroadcastState.Scheduled, AuditAction.BroadcastSkipped)]
    [InlineData(CampaignAct.SendAnyway, BroadcastState.Waiting, AuditAction.BroadcastSentAnyway)]
    [InlineData(CampaignAct.Retry, BroadcastState.Done, AuditAction.BroadcastRetried)]
    public async Task A_step_whose_line_cannot_be_written_was_not_taken(CampaignAct act, BroadcastState state, AuditAction action)
    {
        var by = await _host.StaffAsync("an");
        await _host.SubscribeAsync(2);
        var id = await BroadcastInAsync(state);
        var before = await ShownAsync(id);

        await SqlAsync("ALTER TABLE audit_entries RENAME TO audit_gone");
        await Assert.ThrowsAsync<PostgresException>(() => DoAsync(act, id, by));
        await SqlAsync("ALTER TABLE audit_gone RENAME TO audit_entries");
        var after = await ShownAsync(id);
        var then = await DoAsync(act, id, by);

        Assert.Equal(before, after);
        Assert.IsType<DeskOutcome.Done>(then);
        Assert.NotEqual(before, await ShownAsync(id));
        await using var db = await _host.OpenDbAsync();
        Assert.Single(await db.AuditEntries.Where(line => line.Action == action && line.Id == id.ToString("D")).ToListAsync(Token));
    }

    [Fact]
    public async Task A_step_that_changes_nothing_writes_no_line()
    {
        var by = await _host.StaffAsync("an");
        var id = await BroadcastInAsync(BroadcastState.Done);
        await SqlAsync("DELETE FROM deliveries");

        var outcome = await DoAsync(CampaignAct.Retry, id, by);

        Assert.Equal(0, Assert.IsType<DeskOutcome.Done>(outcome).Count);
        await using var db = await _host.OpenDbAsync();
        Assert.Empty(await db.AuditEntries.Where(line => line.Action == AuditAction.BroadcastRetried).ToListAsync(Token));
    }

    private Task<DeskOutcome> DoAsync(CampaignAct act, Guid id, CampaignActor by) => act switch
    {
        CampaignAct.Pause => _host.Broadcasts.PauseAsync(id, by, Token),
        CampaignAct.Resume => _host.Broadcasts.ResumeAsync(id, by, Token),
        CampaignAct.SendAnyway => _host.Broadcasts.SendAnywayAsync(id, by, Token),
        CampaignAct.Skip => _host.Broadcasts.SkipAsync(id, by, Token),
        CampaignAct.Retry => _host.Broadcasts.RetryAsync(id, RetryWhat.Failed, by, Token),
        _ => _host.Broadcasts.CancelAsync(id, by, Token),
    };

    /// <summary>Where it is to be begun it has not, else all of its deliveries failed.</summary>
    private async Task<Guid> BroadcastInAsync(BroadcastState state)
    {
        var id = (await _host.BroadcastsOfAsync(await _host.StartedAsync(CampaignHost.Plan())))[0].Id;
        if (state is BroadcastState.Running or BroadcastState.Paused or BroadcastState.Done)
        {
            await _host.Get<BroadcastControl>().PlanAsync(id, new AudienceFilter(), Reachable.Channels, 0, Token);
            await SqlAsync("UPDATE deliveries SET state = 'Failed', cause = 'ChannelFault', settled_at = now()");
        }

        await using var db = await _host.OpenDbAsync();
        await db.Broadcasts.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, state), Token);
        return id;
    }

    private async Task<string> ShownAsync(Guid id)
    {
        await using var db = await _host.OpenDbAsync();
        var broadcast = await db.Broadcasts.AsNoTracking().SingleAsync(b => b.Id == id, Token);
        var deliveries = await db.Deliveries.AsNoTracking().Where(d => d.BroadcastId == id).Select(d => d.State).ToListAsync(Token);
        return $"{broadcast.State} {broadcast.PausedBecause} {broadcast.EndedAt} {string.Join(',', deliveries)}";
    }

    private async Task SqlAsync(string sql)
    {
        await using var db = await _host.OpenDbAsync();
        await db.Database.ExecuteSqlRawAsync(sql, Token);
    }
}
