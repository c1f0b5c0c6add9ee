using Microsoft.EntityFrameworkCore;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Staff;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Campaigns;

public sealed class CampaignDeskTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));
    private CampaignHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await CampaignHost.OpenAsync(await cluster.CreateDatabaseAsync(Token), _clock);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_campaign_of_the_content_is_kept_with_all_its_languages()
    {
        var outcome = await _host.Desk.CreateFromContentAsync(CampaignHost.ContentId, new AudienceFilter { Roles = ["worker"] }, null, CampaignActor.CommandLine(null), Token);

        var found = await _host.Shelf.ShowAsync(Assert.IsType<DeskOutcome.Done>(outcome).CampaignId, Token);
        var message = Assert.Single(found!.Plan.Messages);
        Assert.Equal(("draft", CampaignHost.ContentId, "Ngày Pháp luật"), (found.State, found.Campaign.ContentId, found.Campaign.Title));
        Assert.Equal(("Chào bạn! Hôm nay là Ngày Pháp luật.", "Law Day"), (message.In("vi").Markdown, message.In("en").Title));
        Assert.Equal(["bhtn-dieu-kien", "bhtn-muc-huong"], message.Buttons);
        Assert.Equal((1, "worker"), (message.In("vi").Quiz!.Right, Assert.Single(found.Plan.Audience.Roles)));
    }

    [Fact]
    public async Task It_is_approved_by_a_second_person_alone()
    {
        var (author, submitter, third) = (await _host.StaffAsync("an"), await _host.StaffAsync("binh"), await _host.StaffAsync("chi", StaffRole.Manager));
        var id = await DraftAsync(author);
        await _host.Desk.SubmitAsync(id, null, submitter, Token);

        Assert.IsType<DeskOutcome.NeedsSecondPerson>(await _host.Desk.ApproveAsync(id, null, author, Token));
        Assert.IsType<DeskOutcome.NeedsSecondPerson>(await _host.Desk.ApproveAsync(id, null, submitter, Token));
        Assert.IsType<DeskOutcome.MayNot>(await _host.Desk.ApproveAsync(id, null, CampaignActor.CommandLine(null), Token));
        Assert.IsType<DeskOutcome.Done>(await _host.Desk.ApproveAsync(id, null, third, Token));
        Assert.Equal("approved", (await _host.Shelf.ShowAsync(id, Token))!.State);
    }

    [Fact]
    public async Task Who_is_no_campaigner_or_has_a_closed_account_may_do_nothing()
    {
        var id = await DraftAsync(await _host.StaffAsync("an"));
        var (counsellor, gone) = (await _host.StaffAsync("tu", StaffRole.Counsellor), await _host.StaffAsync("di", disabled: true));

        Assert.IsType<DeskOutcome.MayNot>(await _host.Desk.SubmitAsync(id, null, counsellor, Token));
        Assert.IsType<DeskOutcome.MayNot>(await _host.Desk.CancelAsync(id, gone, Token));
        Assert.IsType<DeskOutcome.MayNot>(await _host.Desk.CreateAsync("x", CampaignHost.Plan(), null, counsellor, Token));
    }

    [Fact]
    public async Task A_change_needs_the_approval_again()
    {
        var id = await _host.ApprovedAsync(CampaignHost.Plan());
        var approved = (await _host.Shelf.ShowAsync(id, Token))!.Campaign;
        var other = await _host.StaffAsync("dung");

        var changed = await _host.Desk.EditAsync(id, approved.Version, "Tiêu đề mới", CampaignHost.Plan(), other, Token);

        var draft = (await _host.Shelf.ShowAsync(id, Token))!.Campaign;
        Assert.IsType<DeskOutcome.Done>(changed);
        Assert.Equal((CampaignState.Draft, "Tiêu đề mới", null, null), (draft.State, draft.Title, draft.SubmittedById, draft.ApprovedById));
        Assert.IsType<DeskOutcome.NotNow>(await _host.Desk.StartAsync(id, other, Token));
    }

    [Fact]
    public async Task Who_changes_what_somebody_else_changed_meanwhile_overwrites_nothing()
    {
        var author = await _host.StaffAsync("an");
        var id = await DraftAsync(author);
        await _host.Desk.EditAsync(id, 0, "Một", CampaignHost.Plan(), author, Token);

        var late = await _host.Desk.EditAsync(id, 0, "Hai", CampaignHost.Plan(), author, Token);

        Assert.IsType<DeskOutcome.Changed>(late);
        Assert.Equal("Một", (await _host.Shelf.ShowAsync(id, Token))!.Campaign.Title);
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_does()
    {
        var author = await _host.StaffAsync("an");
        var approvers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => _host.StaffAsync($"duyet{number}")));
        var id = await DraftAsync(author);
        await _host.Desk.SubmitAsync(id, null, author, Token);

        var outcomes = await Task.WhenAll(approvers.Select(approver => _host.Desk.ApproveAsync(id, null, approver, Token)));

        Assert.Single(outcomes.OfType<DeskOutcome.Done>());
        Assert.All(outcomes.Where(outcome => outcome is not DeskOutcome.Done), outcome => Assert.True(outcome is DeskOutcome.NotNow or DeskOutcome.Changed));
        Assert.Single(await LinesAsync(AuditAction.CampaignApproved));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_not_submitted_and_every_fault_is_told()
    {
        var author = await _host.StaffAsync("an");
        var plan = CampaignHost.Plan() with { Messages = [CampaignHost.Message("Lương: {{khong-co}}") with { Buttons = ["khong-co-cau-nay"] }], CapDays = 400 };
        var id = Assert.IsType<DeskOutcome.Done>(await _host.Desk.CreateAsync("x", plan, null, author, Token)).CampaignId;

        var outcome = Assert.IsType<DeskOutcome.Faulty>(await _host.Desk.SubmitAsync(id, null, author, Token));

        Assert.Equal(
            [PlanFaultKind.BadCapDays, PlanFaultKind.UnknownAnswer, PlanFaultKind.BadMarkdown],
            outcome.Faults.Where(fault => !fault.IsWarning).Select(fault => fault.Kind));
        Assert.Equal("draft", (await _host.Shelf.ShowAsync(id, Token))!.State);
    }

    [Fact]
    public async Task Every_step_is_in_the_audit_with_who_and_whence()
    {
        var (author, other) = (await _host.StaffAsync("an"), await _host.StaffAsync("binh"));
        var id = await DraftAsync(author);
        await _host.Desk.SubmitAsync(id, null, CampaignActor.CommandLine(author.StaffId), Token);
        await _host.Desk.ApproveAsync(id, null, other, Token);
        await _host.Desk.StartAsync(id, other, Token);
        await _host.Desk.CancelAsync(id, CampaignActor.CommandLine(null), Token);

        await using var db = await _host.OpenDbAsync();
        var lines = await db.AuditEntries.OrderBy(line => line.Number).ToListAsync(Token);
        Assert.Equal(
            [AuditAction.CampaignCreated, AuditAction.CampaignSubmitted, AuditAction.CampaignApproved, AuditAction.CampaignStarted, AuditAction.CampaignCancelled],
            lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Equal((AuditKind.Campaign, id.ToString("D")), (line.What, line.Id)));
        Assert.Equal([author.StaffId, author.StaffId, other.StaffId, other.StaffId, null], lines.Select(line => line.StaffId));
        var command = $"command line ({Environment.UserName})";
        Assert.Equal([null, command, null, null, command], lines.Select(line => line.Source));
    }

    [Fact]
    public async Task A_clone_is_a_draft_with_the_same_plan()
    {
        var id = await _host.StartedAsync(CampaignHost.Plan(Monthly()) with { CapDays = 5 });
        var other = await _host.StaffAsync("chi");

        var clone = Assert.IsType<DeskOutcome.Done>(await _host.Desk.CloneAsync(id, "Bản sao", other, Token)).CampaignId;

        var shown = (await _host.Shelf.ShowAsync(clone, Token))!;
        Assert.Equal(("draft", "Bản sao", 5, other.StaffId), (shown.State, shown.Campaign.Title, shown.Plan.CapDays, shown.Campaign.AuthorId));
        Assert.Empty(shown.Broadcasts);
    }

    [Fact]
    public async Task The_plan_of_a_broadcast_is_frozen_with_the_message_of_its_date()
    {
        var months = Enumerable.Range(1, 12).Select(month => CampaignHost.Message($"Tháng {month}.")).ToList();
        var series = new Recurrence.Series(new DateOnly(2026, 12, 1), 9) { At = new TimeOnly(9, 0) };
        var id = await _host.StartedAsync(CampaignHost.Plan(series) with { Messages = months, QuietHours = "20:30-06:00", CapDays = 3, ListsDoubts = true });

        var broadcast = Assert.Single(await _host.BroadcastsOfAsync(id));
        var plan = CampaignPlan.FromJson(broadcast.Plan);
        Assert.Equal((new DateTimeOffset(2026, 12, 9, 2, 0, 0, TimeSpan.Zero), BroadcastState.Scheduled), (broadcast.PlannedAt, broadcast.State));
        Assert.Equal("Tháng 12.", Assert.Single(plan.Messages).In("vi").Markdown);
        Assert.Equal(new DateOnly(2026, 12, 9), plan.Due);
        Assert.Equal(((short)1230, (short)360, (short)3, true), (broadcast.QuietFrom, broadcast.QuietTo, broadcast.CapDays, broadcast.ListsDoubts));
    }

    [Fact]
    public async Task A_time_in_the_past_is_refused_when_it_is_submitted()
    {
        var author = await _host.StaffAsync("an");
        var past = new Recurrence.Once(new DateOnly(2026, 11, 20)) { At = new TimeOnly(9, 0) };
        var lately = new Recurrence.Once(new DateOnly(2026, 11, 21)) { At = new TimeOnly(8, 0) };

        Assert.Contains(Faults(await SubmittedAsync(author, past)), fault => fault.Kind == PlanFaultKind.Past);
        Assert.IsType<DeskOutcome.Done>(await SubmittedAsync(author, lately));
    }

    [Fact]
    public async Task What_is_sent_back_says_why_until_it_is_submitted_again()
    {
        var (author, other) = (await _host.StaffAsync("an"), await _host.StaffAsync("binh"));
        var id = await DraftAsync(author);
        await _host.Desk.SubmitAsync(id, null, author, Token);

        await _host.Desk.RejectAsync(id, null, " Câu đầu chưa rõ.\0 ", other, Token);
        var sentBack = (await _host.Shelf.ShowAsync(id, Token))!;
        await _host.Desk.EditAsync(id, sentBack.Campaign.Version, "Mới", CampaignHost.Plan(), author, Token);
        var mended = (await _host.Shelf.ShowAsync(id, Token))!;
        await _host.Desk.SubmitAsync(id, null, author, Token);
        var again = (await _host.Shelf.ShowAsync(id, Token))!;

        Assert.Equal(("draft", "Câu đầu chưa rõ.", other.StaffId, _clock.GetUtcNow()), (sentBack.State, sentBack.Returned!.Reason, sentBack.Returned.StaffId, sentBack.Returned.At));
        Assert.Equal("Câu đầu chưa rõ.", mended.Returned!.Reason);
        Assert.Null(again.Returned);
        Assert.Equal("Câu đầu chưa rõ.", Assert.Single(again.Returns).Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  \n ")]
    [InlineData("\0")]
    public async Task Nothing_is_sent_back_without_a_reason(string? reason)
    {
        var (author, other) = (await _host.StaffAsync("an"), await _host.StaffAsync("binh"));
        var id = await DraftAsync(author);
        await _host.Desk.SubmitAsync(id, null, author, Token);

        Assert.IsType<DeskOutcome.NeedsReason>(await _host.Desk.RejectAsync(id, null, reason, other, Token));
        Assert.IsType<DeskOutcome.NeedsReason>(await _host.Desk.RejectAsync(id, null, new string('x', CampaignReturn.MaxReasonChars + 1), other, Token));
        Assert.Equal("submitted", (await _host.Shelf.ShowAsync(id, Token))!.State);
    }

    public static TheoryData<string, RuleFaultKind> RulesWithoutDates => new()
    {
        { """{"kind":"monthly-day","day":0,"at":"09:00:00"}""", RuleFaultKind.NoSuchDayOfMonth },
        { """{"kind":"monthly-day","day":32,"at":"09:00:00"}""", RuleFaultKind.NoSuchDayOfMonth },
        { """{"kind":"series","first":"2026-12-01","day":0,"at":"09:00:00"}""", RuleFaultKind.NoSuchDayOfMonth },
        { """{"kind":"yearly","month":13,"day":1,"at":"09:00:00"}""", RuleFaultKind.NoSuchDate },
        { """{"kind":"yearly","month":0,"day":1,"at":"09:00:00"}""", RuleFaultKind.NoSuchDate },
        { """{"kind":"yearly","month":2,"day":31,"at":"09:00:00"}""", RuleFaultKind.NoSuchDate },
        { """{"kind":"monthly-weekday","week":9,"weekday":1,"at":"09:00:00"}""", RuleFaultKind.NoSuchWeekday },
    };

    [Theory]
    [MemberData(nameof(RulesWithoutDates))]
    public async Task A_rule_without_dates_is_not_even_drafted_and_an_old_one_breaks_nothing(string rule, RuleFaultKind kind)
    {
        var (author, other) = (await _host.StaffAsync("an"), await _host.StaffAsync("binh"));
        var bad = CampaignHost.Plan(Recurrence.FromJson(rule));
        var id = await DraftAsync(author);

        var created = Faults(await _host.Desk.CreateAsync("x", bad, null, author, Token));
        var edited = Faults(await _host.Desk.EditAsync(id, 0, "x", bad, author, Token));
        await using (var db = await _host.OpenDbAsync())
        {
            await db.Campaigns.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Plan, bad.ToJson()), Token);
        }

        var checkedNow = _host.Get<PlanCheck>().Find(bad);
        var listed = await _host.Shelf.ListAsync(Token);
        var shown = await _host.Shelf.ShowAsync(id, Token);
        var submitted = Faults(await _host.Desk.SubmitAsync(id, null, author, Token));
        await using (var db = await _host.OpenDbAsync())
        {
            await db.Campaigns.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CampaignState.Approved), Token);
        }

        var started = await _host.Desk.StartAsync(id, other, Token);

        Assert.All(new[] { created, edited, checkedNow, submitted }, faults => Assert.Equal(kind, Assert.Single(faults, fault => fault.Kind == PlanFaultKind.BadRule).Rule!.Kind));
        Assert.Single(listed);
        Assert.Null(shown!.PlannedAt);
        Assert.IsType<DeskOutcome.NoDateLeft>(started);
    }

    [Theory]
    [InlineData("""{"kind":"once","on":"9999-12-31","at":"23:59:00"}""", PlanFaultKind.BadRule)]
    [InlineData("""{"kind":"series","first":"9999-12-01","day":31,"at":"23:59:00"}""", PlanFaultKind.BadRule)]
    [InlineData("""{"kind":"once","on":"0001-01-01","at":"00:00:00"}""", PlanFaultKind.Past)]
    [InlineData("""{"kind":"series","first":"0001-01-01","day":1,"at":"00:00:00"}""", PlanFaultKind.Past)]
    public void A_date_at_the_ends_of_the_calendar_is_a_fault_and_no_crash(string rule, PlanFaultKind kind)
    {
        var plan = CampaignHost.Plan(Recurrence.FromJson(rule)) with { Messages = [.. Enumerable.Repeat(CampaignHost.Message(), rule.Contains("series", StringComparison.Ordinal) ? 12 : 1)] };

        Assert.Contains(_host.Get<PlanCheck>().Find(plan), fault => fault.Kind == kind);
        Assert.Empty(_host.Get<BroadcastMaker>().Dates(plan, _clock.GetUtcNow(), 12));
    }

    [Fact]
    public async Task Approval_from_the_command_line_can_be_forbidden()
    {
        await using var strict = await CampaignHost.OpenAsync(await cluster.CreateDatabaseAsync(Token), _clock, ("Campaigns:ApprovalFromCommandLine", "false"));
        var (author, other) = (await strict.StaffAsync("an"), await strict.StaffAsync("binh"));
        var id = Assert.IsType<DeskOutcome.Done>(await strict.Desk.CreateAsync("x", CampaignHost.Plan(), null, author, Token)).CampaignId;
        await strict.Desk.SubmitAsync(id, null, author, Token);

        Assert.IsType<DeskOutcome.NotFromCommandLine>(await strict.Desk.ApproveAsync(id, null, CampaignActor.CommandLine(other.StaffId), Token));
        Assert.IsType<DeskOutcome.Done>(await strict.Desk.ApproveAsync(id, null, other, Token));
    }

    [Fact]
    public async Task In_memory_a_campaign_is_drafted_and_approved_and_never_started()
    {
        await using var host = await CampaignHost.OpenAsync(null, _clock);
        var id = await host.ApprovedAsync(CampaignHost.Plan());

        Assert.IsType<DeskOutcome.NeedsDatabase>(await host.Desk.StartAsync(id, CampaignActor.CommandLine(null), Token));
        Assert.IsType<DeskOutcome.NeedsDatabase>(await host.Broadcasts.PauseAsync(id, CampaignActor.CommandLine(null), Token));
        Assert.Equal("approved", (await host.Shelf.ShowAsync(id, Token))!.State);
    }

    private static Recurrence.MonthlyDay Monthly() => new Recurrence.MonthlyDay(9) { At = new TimeOnly(9, 0) };

    private static IReadOnlyList<PlanFault> Faults(DeskOutcome outcome) => Assert.IsType<DeskOutcome.Faulty>(outcome).Faults;

    private async Task<DeskOutcome> SubmittedAsync(CampaignActor author, Recurrence when)
    {
        var id = Assert.IsType<DeskOutcome.Done>(await _host.Desk.CreateAsync("x", CampaignHost.Plan(when), null, author, Token)).CampaignId;
        return await _host.Desk.SubmitAsync(id, null, author, Token);
    }

    private async Task<Guid> DraftAsync(CampaignActor author) =>
        Assert.IsType<DeskOutcome.Done>(await _host.Desk.CreateAsync("Ngày Pháp luật", CampaignHost.Plan(), null, author, Token)).CampaignId;

    private async Task<IReadOnlyList<AuditEntry>> LinesAsync(AuditAction action)
    {
        await using var db = await _host.OpenDbAsync();
        return await db.AuditEntries.Where(line => line.Action == action).ToListAsync(Token);
    }
}
