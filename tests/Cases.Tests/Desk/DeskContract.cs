using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Tests.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;
using Outreach.Testing;

namespace Outreach.Cases.Tests.Desk;

/// <summary>A case from first word to closing, over whichever database lies below.</summary>
public abstract class DeskContract : IAsyncLifetime
{
    private readonly StaffMember _lan = Counsellor("lan", "tien-luong");
    private readonly StaffMember _mai = Counsellor("mai", "tien-luong", "bhxh");
    private readonly StaffMember _manager = Member("chi", StaffRole.Manager);

    private protected CasesHost Host { get; private set; } = null!;

    private protected HandMovedClock Clock { get; } = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseDesk Desk => Host.Get<CaseDesk>();

    private CaseReplies Replies => Host.Get<CaseReplies>();

    private HelpRequests Requests => Host.Get<HelpRequests>();

    private List<(CaseAddress Address, string Text, string Language)> Sent { get; } = [];

    private protected abstract Task<CasesHost> StartAsync();

    public async ValueTask InitializeAsync() => Host = await StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_reply_reaches_the_chat_once_it_can_be_taken_back_no_more()
    {
        var id = await SubmitAsync(SampleRequest.InChat());

        var held = Assert.IsType<DeskOutcome.Held>(await Replies.SendAsync(_lan, id, "Bạn gửi hợp đồng nhé.", null, Cancellation));
        await PassAsync(TimeSpan.FromSeconds(9));
        var before = Sent.Count;
        await PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(10), held.For);
        Assert.Equal(0, before);
        Assert.Equal((SampleRequest.Chat(), "Bạn gửi hợp đồng nhé.", "vi"), Assert.Single(Sent));
        var opened = await OpenAsync(_lan, id);
        Assert.Equal((CaseState.Waiting, _lan.Id), (opened.Line.State, opened.Line.AssignedTo));
        Assert.Equal(TextDelivery.Sent, opened.Texts[1].Delivery);
    }

    [Fact]
    public async Task A_reply_taken_back_is_gone_for_everybody()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());
        var held = Assert.IsType<DeskOutcome.Held>(await Replies.SendAsync(_lan, id, "nhầm", null, Cancellation));

        var whileHeld = await ReadAsync(code);
        var back = await Replies.TakeBackAsync(_lan, id, held.TextId, Cancellation);
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.IsType<DeskOutcome.Done>(back);
        Assert.Single(whileHeld.Messages);
        Assert.Single((await ReadAsync(code)).Messages);
        Assert.Equal(FirstReplyWithin.None, (await OpenAsync(_lan, id)).FirstReply);
        Assert.IsType<DeskOutcome.NotFound>(await Replies.TakeBackAsync(_lan, id, held.TextId, Cancellation));
    }

    [Fact]
    public async Task A_reply_that_left_cannot_be_taken_back()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        var held = Assert.IsType<DeskOutcome.Held>(await Replies.SendAsync(_lan, id, "chào bạn", null, Cancellation));
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.IsType<DeskOutcome.TooLate>(await Replies.TakeBackAsync(_lan, id, held.TextId, Cancellation));
        Assert.IsType<DeskOutcome.NotFound>(await Replies.TakeBackAsync(_mai, id, held.TextId, Cancellation));
    }

    [Fact]
    public async Task A_reply_by_receipt_is_read_with_the_code_and_sent_to_nobody()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());

        await Replies.SendAsync(_lan, id, "Bạn có thể kiện.", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));

        var view = await ReadAsync(code);
        Assert.Equal([(TextAuthor.Worker, "Công ty nợ lương hai tháng."), (TextAuthor.Staff, "Bạn có thể kiện.")], view.Messages.Select(m => (m.Author, m.Text)));
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task What_a_stopped_console_held_leaves_at_the_next_start()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(_lan, id, "chào bạn", null, Cancellation);

        await Host.Get<ReplyRelease>().ReleaseLeftAsync(Cancellation);
        await DeliverAsync();

        Assert.Single(Sent);
    }

    [Fact]
    public async Task Notes_are_for_staff_alone()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.InChat());

        await Desk.NoteAsync(_lan, id, "gọi công đoàn quận", Cancellation);

        Assert.Equal([(TextAuthor.Worker, 1), (TextAuthor.Note, 2)], (await OpenAsync(_mai, id)).Texts.Select(t => (t.Author, t.Number)));
        Assert.Single((await ReadAsync(code)).Messages);
        Assert.Single((await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation))[0].View.Messages);
    }

    [Fact]
    public async Task The_worker_is_told_how_many_opened_the_case_and_the_audit_who()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());

        await OpenAsync(_lan, id);
        await OpenAsync(_lan, id);
        var second = await OpenAsync(_mai, id);

        Assert.Equal(2, second.OpenedByStaff);
        Assert.Equal(2, (await ReadAsync(code)).OpenedByStaff);
        await using var db = await Host.OpenDbAsync();
        var lines = await db.AuditWaiting.Where(e => e.Action == AuditAction.CaseRead).ToListAsync(Cancellation);
        Assert.Equal(new[] { _lan.Id, _lan.Id, _mai.Id }.Order(), lines.Select(line => line.StaffId!.Value).Order());
        Assert.All(lines, line => Assert.Equal(id, line.CaseId));
    }

    [Fact]
    public async Task Counsellors_see_the_topics_given_to_them_and_nothing_else_exists()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt() with { Topic = "bhxh" });
        var editor = Member("bien", StaffRole.Editor);
        var admin = Member("quan-tri", StaffRole.Admin);

        foreach (var stranger in new[] { _lan, editor, admin })
        {
            Assert.IsType<OpenCaseOutcome.NotFound>(await Desk.OpenAsync(stranger, id, Cancellation));
            Assert.IsType<DeskOutcome.NotFound>(await Desk.ClaimAsync(stranger, id, Cancellation));
            Assert.IsType<DeskOutcome.NotFound>(await Replies.SendAsync(stranger, id, "x", null, Cancellation));
            Assert.Equal(0, (await Host.Get<CaseInbox>().CountAsync(stranger, Cancellation)).Values.Sum());
            Assert.Empty((await ListAsync(stranger, CaseFolder.Unassigned)).Lines);
        }

        Assert.Single((await ListAsync(_mai, CaseFolder.Unassigned)).Lines);
        Assert.Single((await ListAsync(_manager, CaseFolder.Unassigned)).Lines);
        Assert.IsType<OpenCaseOutcome.NotFound>(await Desk.OpenAsync(_manager, Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task Of_two_who_claim_a_case_one_has_it()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());

        var outcomes = await Task.WhenAll(
            Task.Run(() => Desk.ClaimAsync(_lan, id, Cancellation), Cancellation), Task.Run(() => Desk.ClaimAsync(_mai, id, Cancellation), Cancellation));

        Assert.Single(outcomes.OfType<DeskOutcome.Done>());
        Assert.Single(outcomes, outcome => outcome is DeskOutcome.Taken or DeskOutcome.Changed);
    }

    [Fact]
    public async Task A_case_that_a_colleague_has_is_left_alone_but_by_managers()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());
        await Desk.ClaimAsync(_lan, id, Cancellation);

        Assert.Equal(_lan.Id, Assert.IsType<DeskOutcome.Taken>(await Replies.SendAsync(_mai, id, "x", null, Cancellation)).By);
        Assert.IsType<DeskOutcome.Taken>(await Desk.ReleaseAsync(_mai, id, Cancellation));
        Assert.IsType<DeskOutcome.Taken>(await Desk.CloseAsync(_mai, id, CaseOutcome.Answered, Cancellation));
        Assert.IsType<DeskOutcome.NotFound>(await Desk.AssignAsync(_mai, id, _mai.Id, Cancellation));
        Assert.IsType<DeskOutcome.Done>(await Desk.AssignAsync(_manager, id, _mai.Id, Cancellation));
        Assert.Equal(id, Assert.Single((await ListAsync(_mai, CaseFolder.Mine)).Lines).Id);
        Assert.IsType<DeskOutcome.Done>(await Desk.ReleaseAsync(_mai, id, Cancellation));
    }

    [Fact]
    public async Task A_reply_written_before_the_workers_last_words_is_looked_at_again()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());
        var seen = (await OpenAsync(_lan, id)).Texts[^1].Number;
        await AddAsync(code, "à, thật ra là ba tháng");

        Assert.IsType<DeskOutcome.Changed>(await Replies.SendAsync(_lan, id, "hai tháng thì", seen, Cancellation));
        Assert.IsType<DeskOutcome.Held>(await Replies.SendAsync(_lan, id, "ba tháng thì", 2, Cancellation));
    }

    [Fact]
    public async Task Closing_destroys_the_way_to_the_chat()
    {
        var id = await SubmitAsync(SampleRequest.InChat());

        var outcome = await Desk.CloseAsync(_lan, id, CaseOutcome.Answered, Cancellation);

        Assert.IsType<DeskOutcome.Done>(outcome);
        Assert.Empty(await Host.Get<LinkFiles>().AllAsync(Cancellation));
        Assert.Empty(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));
        await using var db = await Host.OpenDbAsync();
        Assert.Equal(0, await db.CaseLinks.CountAsync(Cancellation));
        Assert.IsType<DeskOutcome.TooLate>(await Desk.ReopenAsync(_lan, id, Cancellation));
        Assert.IsType<DeskOutcome.TooLate>(await Desk.CloseAsync(_lan, id, CaseOutcome.Answered, Cancellation));
    }

    [Fact]
    public async Task The_last_reply_still_leaves_and_the_way_goes_with_it()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(_lan, id, "Chúc bạn may mắn.", null, Cancellation);

        await Desk.CloseAsync(_lan, id, CaseOutcome.Resolved, Cancellation);
        var keysAtClosing = (await Host.Get<LinkFiles>().AllAsync(Cancellation)).Count;
        var canReopen = (await OpenAsync(_lan, id)).CanReopen;
        await DeliverAsync();

        Assert.Equal((1, true), (keysAtClosing, canReopen));
        Assert.Equal("Chúc bạn may mắn.", Assert.Single(Sent).Text);
        Assert.Empty(await Host.Get<LinkFiles>().AllAsync(Cancellation));
        var closed = await OpenAsync(_lan, id);
        Assert.Equal((CaseState.Closed, FirstReplyWithin.QuarterHour, false), (closed.Line.State, closed.FirstReply, closed.CanReopen));
    }

    [Fact]
    public async Task A_case_read_by_code_is_opened_again_by_staff_or_by_its_writers_words()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());
        await Desk.CloseAsync(_lan, id, CaseOutcome.Answered, Cancellation);
        var reopened = await Desk.ReopenAsync(_lan, id, Cancellation);
        await Desk.CloseAsync(_lan, id, CaseOutcome.Answered, Cancellation);

        await AddAsync(code, "vẫn chưa được trả");

        Assert.IsType<DeskOutcome.Done>(reopened);
        Assert.Equal(CaseState.Open, (await OpenAsync(_lan, id)).Line.State);
    }

    [Fact]
    public async Task Words_added_to_a_waiting_case_open_it_again()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(_lan, id, "bạn làm ở đâu?", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));
        var access = Assert.Single(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));

        await Requests.AddWordsAsync(access, "ở khu công nghiệp", Cancellation);

        Assert.Equal(id, Assert.Single((await ListAsync(_lan, CaseFolder.Mine)).Lines).Id);
        Assert.Equal(CaseState.Open, (await OpenAsync(_lan, id)).Line.State);
    }

    [Fact]
    public async Task Spam_is_set_aside_and_can_be_taken_back()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());

        await Desk.QuarantineAsync(_lan, id, Cancellation);
        var aside = await CountsAsync(_lan);
        await Desk.RestoreAsync(_lan, id, Cancellation);
        var back = await CountsAsync(_lan);

        Assert.Equal((1, 0), (aside[CaseFolder.Quarantined], aside[CaseFolder.Unassigned]));
        Assert.Equal((0, 1), (back[CaseFolder.Quarantined], back[CaseFolder.Unassigned]));
    }

    [Fact]
    public async Task Words_of_danger_bring_back_what_was_set_aside()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());
        await Desk.QuarantineAsync(_lan, id, Cancellation);

        await AddAsync(code, "quảng cáo");
        var stillAside = (await OpenAsync(_lan, id)).Line.State;
        await AddAsync(code, "cứu tôi với");

        Assert.Equal(CaseState.Quarantined, stillAside);
        Assert.Equal(id, Assert.Single((await ListAsync(_lan, CaseFolder.Urgent)).Lines).Id);
    }

    [Fact]
    public async Task A_referral_is_asked_answered_and_followed()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());

        await Desk.ReferAsync(_lan, id, "tro-giup-phap-ly", Cancellation);
        var asked = Assert.Single((await OpenAsync(_lan, id)).Referrals);
        await Desk.RecordReferralAsync(_lan, id, asked.Id, true, ReferralOutcome.Served, Cancellation);

        Assert.Equal(("tro-giup-phap-ly", null, ReferralOutcome.None), (asked.PartnerId, asked.Agreed, asked.Outcome));
        Assert.Equal((true, ReferralOutcome.Served), (await OpenAsync(_lan, id)).Referrals.Select(r => (r.Agreed!.Value, r.Outcome)).Single());
        Assert.IsType<DeskOutcome.NotFound>(await Desk.RecordReferralAsync(_lan, id, Guid.NewGuid(), true, ReferralOutcome.Served, Cancellation));
    }

    [Fact]
    public async Task A_report_by_duty_is_recorded()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());

        await Desk.RecordReportAsync(_lan, id, DutyRule.Child, "111", Cancellation);

        Assert.Equal(new DeskReport(DutyRule.Child, "111", new DateOnly(2026, 8, 3), _lan.Id), Assert.Single((await OpenAsync(_lan, id)).Reports));
    }

    [Fact]
    public async Task Who_leaves_hands_over_what_is_not_closed()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await SubmitAsync(SampleRequest.ByReceipt()));
            await Desk.ClaimAsync(_lan, ids[i], Cancellation);
        }

        await Desk.CloseAsync(_lan, ids[0], CaseOutcome.Answered, Cancellation);

        var handed = await Desk.HandOverAsync(_manager, _lan.Id, _mai.Id, Cancellation);

        Assert.Equal(2, handed);
        Assert.Equal(ids.Skip(1).Order(), (await ListAsync(_mai, CaseFolder.Mine)).Lines.Select(line => line.Id).Order());
    }

    [Theory]
    [InlineData(14, FirstReplyWithin.QuarterHour)]
    [InlineData(59, FirstReplyWithin.Hour)]
    [InlineData(239, FirstReplyWithin.FourHours)]
    [InlineData(1439, FirstReplyWithin.Day)]
    [InlineData(1441, FirstReplyWithin.Longer)]
    public async Task The_first_reply_is_kept_as_a_bucket(int minutes, FirstReplyWithin bucket)
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());
        Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(10));

        await Replies.SendAsync(_lan, id, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));
        Clock.Advance(TimeSpan.FromDays(3));
        await Replies.SendAsync(_lan, id, "bạn còn đó không?", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(bucket, (await OpenAsync(_lan, id)).FirstReply);
    }

    [Fact]
    public async Task Where_the_moment_was_forgotten_the_bucket_is_rounded_up()
    {
        var calm = await SubmitAsync(SampleRequest.ByReceipt());
        var urgent = await SubmitAsync(SampleRequest.ByReceipt() with { InDanger = true });
        Host.Get<Outreach.Cases.Triage.ArrivalClock>().Forget(calm);
        Host.Get<Outreach.Cases.Triage.ArrivalClock>().Forget(urgent);
        Clock.Advance(TimeSpan.FromMinutes(14));

        await Replies.SendAsync(_lan, calm, "chào bạn", null, Cancellation);
        await Replies.SendAsync(_lan, urgent, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(FirstReplyWithin.Day, (await OpenAsync(_lan, calm)).FirstReply);
        Assert.Equal(FirstReplyWithin.QuarterHour, (await OpenAsync(_lan, urgent)).FirstReply);
    }

    [Fact]
    public async Task Folders_are_paged_to_their_end_without_gap_or_double()
    {
        var ids = new HashSet<Guid>();
        for (var i = 0; i < 25; i++)
        {
            ids.Add(await SubmitAsync(SampleRequest.ByReceipt()));
            Clock.Advance(TimeSpan.FromHours(i % 3 == 0 ? 13 : 0));
        }

        foreach (var folder in new[] { CaseFolder.Unassigned, CaseFolder.Closed })
        {
            var seen = new List<CaseLine>();
            for (CaseCursor? after = null; ;)
            {
                var page = await Host.Get<CaseInbox>().ListAsync(_lan, folder, null, after, 4, Cancellation);
                seen.AddRange(page.Lines);
                if (page.Next is null)
                {
                    break;
                }

                after = CaseCursor.Parse(page.Next.ToString());
            }

            Assert.Equal(ids.Order(), seen.Select(line => line.Id).Order());
            var days = seen.Select(line => line.LastOn);
            Assert.Equal(folder == CaseFolder.Closed ? days.OrderDescending() : days.Order(), days);
            foreach (var id in ids)
            {
                await Desk.CloseAsync(_lan, id, CaseOutcome.Answered, Cancellation);
            }
        }
    }

    [Fact]
    public async Task The_inbox_is_searched_by_alias_and_topic_alone()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());
        await SubmitAsync(SampleRequest.ByReceipt() with { Topic = "bhxh" });
        var alias = (await OpenAsync(_lan, id)).Line.Alias;

        var byAlias = await Host.Get<CaseInbox>().ListAsync(_manager, CaseFolder.Unassigned, new CaseFilter(alias.ToUpperInvariant(), null), null, 50, Cancellation);
        var withoutMarks = await Host.Get<CaseInbox>().ListAsync(_manager, CaseFolder.Unassigned, new CaseFilter($" {Aliases.Fold(alias)}", null), null, 50, Cancellation);
        var byTopic = await Host.Get<CaseInbox>().ListAsync(_manager, CaseFolder.Unassigned, new CaseFilter("", "tien-luong"), null, 50, Cancellation);
        var byWords = await Host.Get<CaseInbox>().ListAsync(_manager, CaseFolder.Unassigned, new CaseFilter("lương", null), null, 50, Cancellation);

        Assert.Equal(id, Assert.Single(byAlias.Lines).Id);
        Assert.Equal(id, Assert.Single(withoutMarks.Lines).Id);
        Assert.Equal(id, Assert.Single(byTopic.Lines).Id);
        Assert.Empty(byWords.Lines);
    }

    [Theory]
    [InlineData(nameof(CaseStep.DeliveryClaimed), 1)]
    [InlineData(nameof(CaseStep.DeliverySent), 2)]
    public async Task A_reply_that_a_crash_left_in_doubt_is_sent_again(string name, int sentInAll)
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(_lan, id, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10), deliver: false);
        DieAt(Enum.Parse<CaseStep>(name));
        await Assert.ThrowsAsync<InvalidOperationException>(DeliverAsync);
        Host.Get<CaseSteps>().Passing = null;
        var inDoubt = (await OpenAsync(_lan, id)).Texts[1].Delivery;

        using var restarted = new ReplyDelivery(
            Host.Get<IDbContextFactory<Outreach.Storage.OutreachDb>>(), Host.Get<CaseChanges>(), Host.Get<LinkFiles>(), Host.Get<DeliveryBell>(),
            Host.Get<CaseSteps>(), Host.Get<Outreach.Storage.LocalDay>(), Clock);
        await restarted.SendQueuedAsync(SendAsync, Cancellation);

        Assert.Equal(TextDelivery.InDoubt, inDoubt);
        Assert.Equal(sentInAll, Sent.Count);
        Assert.Equal(TextDelivery.Sent, (await OpenAsync(_lan, id)).Texts[1].Delivery);
    }

    [Fact]
    public async Task A_reply_waits_while_the_channel_says_later_and_ends_when_it_says_never()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(_lan, id, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10), deliver: false);
        var calls = 0;
        Task<DeliveryResult> Say(DeliveryResult result)
        {
            calls++;
            return Task.FromResult(result);
        }

        await Host.Get<ReplyDelivery>().SendQueuedAsync((_, _, _, _) => Say(DeliveryResult.Later), Cancellation);
        await Host.Get<ReplyDelivery>().SendQueuedAsync((_, _, _, _) => Say(DeliveryResult.Later), Cancellation);
        var atOnce = calls;
        Clock.Advance(TimeSpan.FromSeconds(3));
        await Host.Get<ReplyDelivery>().SendQueuedAsync((_, _, _, _) => Say(DeliveryResult.Refused), Cancellation);

        Assert.Equal((1, 2), (atOnce, calls));
        Assert.Equal(TextDelivery.Undeliverable, (await OpenAsync(_lan, id)).Texts[1].Delivery);
    }

    [Fact]
    public async Task A_case_erased_in_the_middle_of_a_reply_is_gone()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(_lan, id, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10), deliver: false);
        var access = Assert.Single(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));

        await Host.Get<ReplyDelivery>().SendQueuedAsync(
            async (_, _, _, _) =>
            {
                await Requests.EraseAsync(access, Cancellation);
                return DeliveryResult.Sent;
            },
            Cancellation);

        Assert.IsType<OpenCaseOutcome.NotFound>(await Desk.OpenAsync(_lan, id, Cancellation));
    }

    private async Task<Guid> SubmitAsync(HelpRequest request) => (await SubmitWithCodeAsync(request)).Id;

    private async Task<(Guid Id, ReceiptCode Code)> SubmitWithCodeAsync(HelpRequest request)
    {
        var code = ReceiptCode.New();
        Assert.IsType<SubmitOutcome.Received>(await Requests.SubmitAsync(request, code, Cancellation));
        return (request.Id, code);
    }

    private async Task<DeskCase> OpenAsync(StaffMember acting, Guid id) =>
        Assert.IsType<OpenCaseOutcome.Opened>(await Desk.OpenAsync(acting, id, Cancellation)).Case;

    private async Task<CaseView> ReadAsync(ReceiptCode code) =>
        Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation)).Access.View;

    private async Task AddAsync(ReceiptCode code, string text)
    {
        var access = Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation)).Access;
        Assert.IsType<AddOutcome.Added>(await Requests.AddWordsAsync(access, text, Cancellation));
    }

    private Task<CasePage> ListAsync(StaffMember acting, CaseFolder folder) => Host.Get<CaseInbox>().ListAsync(acting, folder, null, null, 50, Cancellation);

    private Task<IReadOnlyDictionary<CaseFolder, int>> CountsAsync(StaffMember acting) => Host.Get<CaseInbox>().CountAsync(acting, Cancellation);

    private async Task PassAsync(TimeSpan span, bool deliver = true)
    {
        Clock.Advance(span);
        await Host.Get<ReplyRelease>().ReleaseDueAsync(Cancellation);
        if (deliver)
        {
            await DeliverAsync();
        }
    }

    private Task DeliverAsync() => Host.Get<ReplyDelivery>().SendQueuedAsync(SendAsync, Cancellation);

    private Task<DeliveryResult> SendAsync(CaseAddress address, string text, string language, CancellationToken cancellationToken)
    {
        Sent.Add((address, text, language));
        return Task.FromResult(DeliveryResult.Sent);
    }

    private void DieAt(CaseStep at) => Host.Get<CaseSteps>().Passing = step =>
    {
        if (step == at)
        {
            throw new InvalidOperationException("Died.");
        }
    };

    private static StaffMember Counsellor(string name, params string[] topics)
    {
        var member = Member(name, StaffRole.Counsellor);
        member.Topics = [.. topics];
        return member;
    }

    private static StaffMember Member(string name, StaffRole role) =>
        new() { Name = name, NormalizedName = name, DisplayName = name, Role = role, CreatedOn = new DateOnly(2026, 8, 1) };
}
