using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Retention;
using Outreach.Cases.Tests.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;
using Outreach.Testing;

namespace Outreach.Cases.Tests.Retention;

/// <summary>What time does to cases and keys, over whichever database lies below.</summary>
public abstract class KeepingContract : IAsyncLifetime
{
    private readonly StaffMember _manager = new()
    {
        Name = "chi",
        NormalizedName = "CHI",
        DisplayName = "Chi",
        Role = StaffRole.Manager,
        CreatedOn = new DateOnly(2026, 8, 1),
    };

    private protected CasesHost Host { get; private set; } = null!;

    private protected HandMovedClock Clock { get; } = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected HelpRequests Requests => Host.Get<HelpRequests>();

    private CaseDesk Desk => Host.Get<CaseDesk>();

    private protected abstract Task<CasesHost> StartAsync();

    public async ValueTask InitializeAsync() => Host = await StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Lines_of_the_audit_about_cases_join_its_chain_once_their_day_is_over()
    {
        await Host.Get<AuditTrail>().WriteAsync(AuditDraft.OfCase(Guid.NewGuid(), AuditAction.CaseRead, Guid.NewGuid()), Cancellation);
        await Host.Get<CaseKeeping>().RunAsync(Cancellation);
        Assert.Equal(new AuditCheck.Whole(0, 1), await Host.Get<AuditTrail>().VerifyAsync(Cancellation));

        await PassDaysAsync(1);

        Assert.Equal(new AuditCheck.Whole(1), await Host.Get<AuditTrail>().VerifyAsync(Cancellation));
    }

    [Fact]
    public async Task A_closed_case_can_be_read_for_ninety_days_and_is_then_a_number()
    {
        var (id, code) = await SubmitAsync(SampleRequest.ByReceipt());
        await Desk.CloseAsync(_manager, id, CaseOutcome.Resolved, Cancellation);

        await PassDaysAsync(89);
        var before = await Requests.OpenAsync(code, "me", Cancellation);
        Clock.Advance(TimeSpan.FromDays(1));
        var overdue = await OverdueAsync();
        await PassDaysAsync(0);
        var after = await Requests.OpenAsync(code, "me", Cancellation);

        Assert.IsType<OpenOutcome.Opened>(before);
        Assert.IsType<OpenOutcome.NotFound>(after);
        Assert.Equal((1, 0), (overdue, await OverdueAsync()));
        await using var db = await Host.OpenDbAsync();
        Assert.Equal(0, await RowsAsync(db));
        var left = await db.CaseCounts.SingleAsync(Cancellation);
        Assert.Equal(
            (202608, "tien-luong", CaseOutcome.Resolved, CasePriority.Normal, FirstReplyWithin.None, 1),
            (left.Month, left.Topic, left.Outcome, left.Priority, left.FirstReply, left.Count));
    }

    [Fact]
    public async Task What_nobody_answered_goes_after_a_hundred_and_eighty_days_with_its_link()
    {
        await SubmitAsync(SampleRequest.InChat());
        await PassDaysAsync(179);
        var before = (await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation)).Count;

        await PassDaysAsync(1);

        Assert.Equal(1, before);
        Assert.Empty(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));
        Assert.Empty(await Host.Get<LinkFiles>().AllAsync(Cancellation));
        await using var db = await Host.OpenDbAsync();
        Assert.Equal(0, await RowsAsync(db));
        Assert.Equal(CaseOutcome.None, (await db.CaseCounts.SingleAsync(Cancellation)).Outcome);
    }

    [Fact]
    public async Task Of_an_answered_case_the_last_word_counts()
    {
        var (id, code) = await SubmitAsync(SampleRequest.ByReceipt());
        await ReplyAsync(id);
        await PassDaysAsync(170);
        var access = Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation)).Access;
        await Requests.AddWordsAsync(access, "tôi vẫn đợi", Cancellation);

        await PassDaysAsync(179);
        var before = await Requests.OpenAsync(code, "me", Cancellation);
        await PassDaysAsync(1);
        var after = await Requests.OpenAsync(code, "me", Cancellation);

        Assert.IsType<OpenOutcome.Opened>(before);
        Assert.IsType<OpenOutcome.NotFound>(after);
    }

    [Fact]
    public async Task Cases_of_a_kind_are_counted_together()
    {
        for (var i = 0; i < 3; i++)
        {
            var (id, _) = await SubmitAsync(SampleRequest.ByReceipt());
            await Desk.CloseAsync(_manager, id, CaseOutcome.Answered, Cancellation);
            await PassDaysAsync(1);
        }

        await PassDaysAsync(91);

        await using var db = await Host.OpenDbAsync();
        Assert.Equal(3, (await db.CaseCounts.SingleAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Each_month_live_cases_move_to_its_key_and_stay_readable()
    {
        var (id, code) = await SubmitAsync(SampleRequest.ByReceipt("đọc được không?"));

        await PassDaysAsync(30);

        await using var db = await Host.OpenDbAsync();
        Assert.Equal(202609, (await db.HelpCases.SingleAsync(Cancellation)).Epoch);
        Assert.Equal("đọc được không?", Assert.IsType<OpenCaseOutcome.Opened>(await Desk.OpenAsync(_manager, id, Cancellation)).Case.Texts[0].Text);
        Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation));
    }

    [Fact]
    public async Task A_months_key_is_destroyed_thirty_five_days_after_its_last_use_and_not_before()
    {
        await SubmitAsync(SampleRequest.ByReceipt());
        await PassDaysAsync(30);
        var epochs = Host.Get<EpochKeys>();

        await PassDaysAsync(34);
        using var before = await epochs.FindAsync(202608, Cancellation);
        await PassDaysAsync(1);
        using var after = await epochs.FindAsync(202608, Cancellation);

        Assert.NotNull(before);
        Assert.Null(after);
    }

    [Fact]
    public async Task A_copy_of_the_database_is_closed_for_good_once_its_months_key_is_destroyed()
    {
        var (id, _) = await SubmitAsync(SampleRequest.ByReceipt());
        HelpCase stolen;
        await using (var db = await Host.OpenDbAsync())
        {
            stolen = await db.HelpCases.AsNoTracking().SingleAsync(Cancellation);
        }

        var opens = await Host.Get<CaseKeys>().OpenAsync(stolen, Cancellation);
        await PassDaysAsync(30);
        await PassDaysAsync(35);

        Assert.NotNull(opens);
        Assert.Null(await Host.Get<CaseKeys>().OpenAsync(stolen, Cancellation));
        Assert.IsType<OpenCaseOutcome.Opened>(await Desk.OpenAsync(_manager, id, Cancellation));
    }

    [Fact]
    public async Task A_month_without_codes_costs_no_hash_any_more()
    {
        var (id, _) = await SubmitAsync(SampleRequest.ByReceipt());
        await Desk.CloseAsync(_manager, id, CaseOutcome.Answered, Cancellation);

        await PassDaysAsync(100);
        await PassDaysAsync(35);
        await PassDaysAsync(1);

        Assert.DoesNotContain(202608, (await Host.Get<Epochs>().LiveAsync(Cancellation)).Select(epoch => epoch.Epoch));
    }

    [Fact]
    public async Task Tombstones_go_when_no_backup_can_hold_what_they_stand_for()
    {
        var (_, code) = await SubmitAsync(SampleRequest.ByReceipt());
        await Requests.EraseAsync(Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation)).Access, Cancellation);

        await PassDaysAsync(179);
        var before = (await Host.Get<ErasureNotes>().ReadAsync(Cancellation)).Count;
        await PassDaysAsync(1);

        Assert.Equal(1, before);
        Assert.Empty(await Host.Get<ErasureNotes>().ReadAsync(Cancellation));
        await using var db = await Host.OpenDbAsync();
        Assert.Equal(0, await db.Erasures.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_key_whose_request_was_never_saved_is_swept_but_not_at_once()
    {
        var slot = new LinkSlot(Guid.NewGuid(), CaseCipher.NewKey());
        await Host.Get<LinkFiles>().AddAsync(SampleRequest.Chat(), slot, Cancellation);
        var sweep = Host.Get<LinkSweep>();

        await sweep.RunAsync(Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(29));
        await sweep.RunAsync(Cancellation);
        var early = await Host.Get<LinkFiles>().FindKeyAsync(slot.LinkId, Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await sweep.RunAsync(Cancellation);

        Assert.NotNull(early);
        Assert.Null(await Host.Get<LinkFiles>().FindKeyAsync(slot.LinkId, Cancellation));
    }

    [Fact]
    public async Task The_sweep_leaves_open_cases_their_links()
    {
        await SubmitAsync(SampleRequest.InChat());

        await Host.Get<LinkSweep>().RunAsync(Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Host.Get<LinkSweep>().RunAsync(Cancellation);

        Assert.Single(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));
    }

    [Fact]
    public async Task A_last_reply_that_never_gets_away_does_not_keep_the_link_past_the_next_day()
    {
        var (id, _) = await SubmitAsync(SampleRequest.InChat());
        await Host.Get<CaseReplies>().SendAsync(_manager, id, "tạm biệt", null, Cancellation);
        await Desk.CloseAsync(_manager, id, CaseOutcome.Answered, Cancellation);
        var atClosing = (await Host.Get<LinkFiles>().AllAsync(Cancellation)).Count;

        Clock.Advance(TimeSpan.FromDays(1));
        await Host.Get<LinkSweep>().RunAsync(Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Host.Get<LinkSweep>().RunAsync(Cancellation);

        Assert.Equal(1, atClosing);
        Assert.Empty(await Host.Get<LinkFiles>().AllAsync(Cancellation));
        var text = Assert.IsType<OpenCaseOutcome.Opened>(await Desk.OpenAsync(_manager, id, Cancellation)).Case.Texts[1];
        Assert.Equal(TextDelivery.Undeliverable, text.Delivery);
    }

    [Fact]
    public async Task Urgent_cases_are_alarmed_for_at_once_and_after_five_and_fifteen_minutes()
    {
        var alarms = Host.Get<Outreach.Cases.Triage.UrgentAlarms>();
        var (id, _) = await SubmitAsync(SampleRequest.ByReceipt() with { InDanger = true });
        await SubmitAsync(SampleRequest.ByReceipt());
        var given = new List<int>();

        for (var minute = 0; minute <= 30; minute++)
        {
            if (await alarms.TakeDueAsync(Cancellation) > 0)
            {
                given.Add(minute);
            }

            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 5, 15], given);
        await using var db = await Host.OpenDbAsync();
        Assert.Equal(3, (await db.HelpCases.SingleAsync(c => c.Id == id, Cancellation)).Alarms);
    }

    [Fact]
    public async Task A_case_that_somebody_took_alarms_nobody()
    {
        var alarms = Host.Get<Outreach.Cases.Triage.UrgentAlarms>();
        var (id, _) = await SubmitAsync(SampleRequest.ByReceipt() with { InDanger = true });
        var first = await alarms.TakeDueAsync(Cancellation);
        await Desk.ClaimAsync(_manager, id, Cancellation);

        Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal((1, 0), (first, await alarms.TakeDueAsync(Cancellation)));
    }

    private protected async Task<(Guid Id, ReceiptCode Code)> SubmitAsync(HelpRequest request)
    {
        var code = ReceiptCode.New();
        Assert.IsType<SubmitOutcome.Received>(await Requests.SubmitAsync(request, code, Cancellation));
        return (request.Id, code);
    }

    private async Task<int> OverdueAsync() => (await Host.Get<CaseStatistics>().ReadAsync(new DateOnly(2026, 8, 1), Cancellation)).Overdue;

    private protected async Task PassDaysAsync(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await Host.Get<CaseKeeping>().RunAsync(Cancellation);
        await Host.Get<LinkSweep>().RunAsync(Cancellation);
    }

    private async Task ReplyAsync(Guid id)
    {
        await Host.Get<CaseReplies>().SendAsync(_manager, id, "chào bạn", null, Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Host.Get<ReplyRelease>().ReleaseDueAsync(Cancellation);
    }

    private static async Task<int> RowsAsync(Outreach.Storage.OutreachDb db) =>
        await db.HelpCases.CountAsync(Cancellation) + await db.CaseTexts.CountAsync(Cancellation) + await db.Receipts.CountAsync(Cancellation)
        + await db.CaseLinks.CountAsync(Cancellation) + await db.CaseReaders.CountAsync(Cancellation);
}
