using Microsoft.EntityFrameworkCore;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage.Campaigns;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Campaigns;

/// <summary>Each step in each state, at the desk that pages, command line and API use.</summary>
public sealed class TransitionTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));
    private CampaignHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await CampaignHost.OpenAsync(await cluster.CreateDatabaseAsync(Token), _clock);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(CampaignState.Draft, "Edit Submit Cancel Clone")]
    [InlineData(CampaignState.Submitted, "Edit Approve Reject Cancel Clone")]
    [InlineData(CampaignState.Approved, "Edit Reject Start Cancel Clone")]
    [InlineData(CampaignState.Started, "Cancel Clone")]
    [InlineData(CampaignState.Done, "Clone")]
    [InlineData(CampaignState.Cancelled, "Clone")]
    public async Task A_campaign_takes_the_steps_of_its_state_and_no_other(CampaignState state, string possible)
    {
        var (author, other) = (await _host.StaffAsync("an"), await _host.StaffAsync("binh"));
        foreach (var act in new[] { CampaignAct.Edit, CampaignAct.Submit, CampaignAct.Approve, CampaignAct.Reject, CampaignAct.Start, CampaignAct.Cancel, CampaignAct.Clone })
        {
            var id = await InStateAsync(state, author);

            var outcome = await DoAsync(act, id, other);

            if (possible.Split(' ').Contains(act.ToString()))
            {
                Assert.True(outcome is DeskOutcome.Done, $"{act} in {state}: {outcome}");
                Assert.Equal(act == CampaignAct.Clone ? state : CampaignRules.After(state, act), (await _host.Shelf.ShowAsync(id, Token))!.Campaign.State);
            }
            else
            {
                var refused = Assert.IsType<DeskOutcome.NotNow>(outcome);
                Assert.Equal((state, possible), (refused.State, string.Join(' ', refused.Possible)));
                Assert.Equal(state, (await _host.Shelf.ShowAsync(id, Token))!.Campaign.State);
            }
        }
    }

    [Theory]
    [InlineData(BroadcastState.Scheduled, "Skip Cancel")]
    [InlineData(BroadcastState.Waiting, "SendAnyway Skip Cancel")]
    [InlineData(BroadcastState.Running, "Pause Retry Cancel")]
    [InlineData(BroadcastState.Paused, "Resume Retry Cancel")]
    [InlineData(BroadcastState.Done, "Retry")]
    [InlineData(BroadcastState.Cancelled, "")]
    public async Task A_broadcast_takes_the_steps_of_its_state_and_no_other(BroadcastState state, string possible)
    {
        var by = await _host.StaffAsync("an");
        foreach (var act in new[] { CampaignAct.Pause, CampaignAct.Resume, CampaignAct.SendAnyway, CampaignAct.Skip, CampaignAct.Retry, CampaignAct.Cancel })
        {
            var id = await BroadcastInAsync(state);

            var outcome = await DoWithBroadcastAsync(act, id, by);

            var now = (await _host.Shelf.ShowAsync(id, Token))!.Current!.State;
            if (possible.Split(' ').Contains(act.ToString()))
            {
                Assert.True(outcome is DeskOutcome.Done, $"{act} in {state}: {outcome}");
                // Nothing failed in these, so that there is nothing to begin again.
                Assert.Equal(act == CampaignAct.Retry ? state : CampaignRules.After(state, act), now);
            }
            else
            {
                Assert.Equal((state, possible), (Assert.IsType<DeskOutcome.NotNowOfBroadcast>(outcome).State!.Value, string.Join(' ', ((DeskOutcome.NotNowOfBroadcast)outcome).Possible)));
                Assert.Equal(state, now);
            }
        }
    }

    [Fact]
    public async Task What_was_never_started_has_nothing_to_pause()
    {
        var id = await _host.ApprovedAsync(CampaignHost.Plan());

        Assert.Null(Assert.IsType<DeskOutcome.NotNowOfBroadcast>(await _host.Broadcasts.PauseAsync(id, await _host.StaffAsync("an"), Token)).State);
        Assert.IsType<DeskOutcome.NotFound>(await _host.Broadcasts.PauseAsync(Guid.NewGuid(), await _host.StaffAsync("binh"), Token));
        Assert.IsType<DeskOutcome.NotFound>(await _host.Desk.StartAsync(Guid.NewGuid(), await _host.StaffAsync("chi"), Token));
    }

    [Fact]
    public async Task What_failed_is_sent_once_more_and_the_campaign_is_open_again()
    {
        var id = await _host.StartedAsync(CampaignHost.Plan());
        await _host.SubscribeAsync(3);
        await _host.Planner.BeginDueAsync(Token);
        await SqlAsync($"UPDATE deliveries SET state = 'Failed', cause = 'ChannelFault'");
        await SqlAsync($"UPDATE broadcasts SET state = 'Done', ended_at = now()");
        await _host.Planner.PlanNextAsync(Token);
        Assert.Equal(CampaignState.Done, (await _host.Shelf.ShowAsync(id, Token))!.Campaign.State);

        var outcome = await _host.Broadcasts.RetryAsync(id, RetryWhat.Failed, await _host.StaffAsync("an"), Token);

        var shown = (await _host.Shelf.ShowAsync(id, Token))!;
        Assert.Equal(3, Assert.IsType<DeskOutcome.Done>(outcome).Count);
        Assert.Equal((CampaignState.Started, "running", 3L, 0L), (shown.Campaign.State, shown.State, shown.Counts.Pending, shown.Counts.Failed));
    }

    private Task<DeskOutcome> DoAsync(CampaignAct act, Guid id, CampaignActor by) => act switch
    {
        CampaignAct.Edit => EditAsync(id, by),
        CampaignAct.Submit => _host.Desk.SubmitAsync(id, null, by, Token),
        CampaignAct.Approve => _host.Desk.ApproveAsync(id, null, by, Token),
        CampaignAct.Reject => _host.Desk.RejectAsync(id, null, "Câu đầu chưa rõ.", by, Token),
        CampaignAct.Start => _host.Desk.StartAsync(id, by, Token),
        CampaignAct.Cancel => _host.Desk.CancelAsync(id, by, Token),
        _ => _host.Desk.CloneAsync(id, "Bản sao", by, Token),
    };

    private Task<DeskOutcome> DoWithBroadcastAsync(CampaignAct act, Guid id, CampaignActor by) => act switch
    {
        CampaignAct.Pause => _host.Broadcasts.PauseAsync(id, by, Token),
        CampaignAct.Resume => _host.Broadcasts.ResumeAsync(id, by, Token),
        CampaignAct.SendAnyway => _host.Broadcasts.SendAnywayAsync(id, by, Token),
        CampaignAct.Skip => _host.Broadcasts.SkipAsync(id, by, Token),
        CampaignAct.Retry => _host.Broadcasts.RetryAsync(id, RetryWhat.Failed, by, Token),
        _ => _host.Broadcasts.CancelAsync(id, by, Token),
    };

    private async Task<DeskOutcome> EditAsync(Guid id, CampaignActor by) =>
        await _host.Desk.EditAsync(id, (await _host.Shelf.ShowAsync(id, Token))!.Campaign.Version, "Mới", CampaignHost.Plan(), by, Token);

    private async Task<Guid> InStateAsync(CampaignState state, CampaignActor author)
    {
        var id = Assert.IsType<DeskOutcome.Done>(await _host.Desk.CreateAsync("Cũ", CampaignHost.Plan(), null, author, Token)).CampaignId;
        await using var db = await _host.OpenDbAsync();
        await db.Campaigns.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state), Token);
        return id;
    }

    private async Task<Guid> BroadcastInAsync(BroadcastState state)
    {
        var id = (await _host.BroadcastsOfAsync(await _host.StartedAsync(CampaignHost.Plan())))[0].Id;
        await using var db = await _host.OpenDbAsync();
        await db.Broadcasts.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, state), Token);
        return id;
    }

    private async Task SqlAsync(FormattableString sql)
    {
        await using var db = await _host.OpenDbAsync();
        await db.Database.ExecuteSqlAsync(sql, Token);
    }
}
