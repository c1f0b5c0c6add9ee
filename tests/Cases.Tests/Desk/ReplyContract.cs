using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Cases.Tests.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage.Cases;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

/// <summary>What staff write, from the press of "send" to the chat or the code. Over whichever database lies below.</summary>
public abstract class ReplyContract(TestCluster? cluster) : DeskScene(cluster)
{
    [Fact]
    public async Task A_reply_reaches_the_chat_once_it_can_be_taken_back_no_more()
    {
        var id = await SubmitAsync(SampleRequest.InChat());

        var held = Assert.IsType<DeskOutcome.Held>(await Replies.SendAsync(Lan, id, "Bạn gửi hợp đồng nhé.", null, Cancellation));
        await PassAsync(TimeSpan.FromSeconds(9));
        var before = Sent.Count;
        await PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(10), held.For);
        Assert.Equal(0, before);
        Assert.Equal((SampleRequest.Chat(), "Bạn gửi hợp đồng nhé.", "vi"), Assert.Single(Sent));
        var opened = await OpenAsync(Lan, id);
        Assert.Equal((CaseState.Waiting, Lan.Id), (opened.Line.State, opened.Line.AssignedTo));
        Assert.Equal(TextDelivery.Sent, opened.Texts[1].Delivery);
    }

    [Fact]
    public async Task A_reply_taken_back_is_gone_for_everybody()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());
        var held = Assert.IsType<DeskOutcome.Held>(await Replies.SendAsync(Lan, id, "nhầm", null, Cancellation));

        var whileHeld = await ReadAsync(code);
        var back = await Replies.TakeBackAsync(Lan, id, held.TextId, Cancellation);
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.IsType<DeskOutcome.Done>(back);
        Assert.Single(whileHeld.Messages);
        Assert.Single((await ReadAsync(code)).Messages);
        Assert.Equal(FirstReplyWithin.None, (await OpenAsync(Lan, id)).FirstReply);
        Assert.IsType<DeskOutcome.NotFound>(await Replies.TakeBackAsync(Lan, id, held.TextId, Cancellation));
    }

    [Fact]
    public async Task A_reply_that_left_cannot_be_taken_back()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        var held = Assert.IsType<DeskOutcome.Held>(await Replies.SendAsync(Lan, id, "chào bạn", null, Cancellation));
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.IsType<DeskOutcome.TooLate>(await Replies.TakeBackAsync(Lan, id, held.TextId, Cancellation));
        Assert.IsType<DeskOutcome.NotFound>(await Replies.TakeBackAsync(Mai, id, held.TextId, Cancellation));
    }

    [Fact]
    public async Task A_reply_by_receipt_is_read_with_the_code_and_sent_to_nobody()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());

        await Replies.SendAsync(Lan, id, "Bạn có thể kiện.", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));

        var view = await ReadAsync(code);
        Assert.Equal([(TextAuthor.Worker, "Công ty nợ lương hai tháng."), (TextAuthor.Staff, "Bạn có thể kiện.")], view.Messages.Select(m => (m.Author, m.Text)));
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task What_a_stopped_console_held_leaves_at_the_next_start()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(Lan, id, "chào bạn", null, Cancellation);

        await Host.Get<ReplyRelease>().ReleaseLeftAsync(Cancellation);
        await DeliverAsync();

        Assert.Single(Sent);
    }

    [Fact]
    public async Task A_reply_written_before_the_workers_last_words_is_looked_at_again()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());
        var seen = (await OpenAsync(Lan, id)).Texts[^1].Number;
        await AddAsync(code, "à, thật ra là ba tháng");

        Assert.IsType<DeskOutcome.Changed>(await Replies.SendAsync(Lan, id, "hai tháng thì", seen, Cancellation));
        Assert.IsType<DeskOutcome.Held>(await Replies.SendAsync(Lan, id, "ba tháng thì", 2, Cancellation));
    }

    [Fact]
    public async Task The_last_reply_still_leaves_and_the_way_goes_with_it()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(Lan, id, "Chúc bạn may mắn.", null, Cancellation);

        await Desk.CloseAsync(Lan, id, CaseOutcome.Resolved, Cancellation);
        var keysAtClosing = (await Host.Get<LinkFiles>().AllAsync(Cancellation)).Count;
        var canReopen = (await OpenAsync(Lan, id)).CanReopen;
        await DeliverAsync();

        Assert.Equal((1, true), (keysAtClosing, canReopen));
        Assert.Equal("Chúc bạn may mắn.", Assert.Single(Sent).Text);
        Assert.Empty(await Host.Get<LinkFiles>().AllAsync(Cancellation));
        var closed = await OpenAsync(Lan, id);
        Assert.Equal((CaseState.Closed, FirstReplyWithin.QuarterHour, false), (closed.Line.State, closed.FirstReply, closed.CanReopen));
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

        await Replies.SendAsync(Lan, id, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));
        Clock.Advance(TimeSpan.FromDays(3));
        await Replies.SendAsync(Lan, id, "bạn còn đó không?", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(bucket, (await OpenAsync(Lan, id)).FirstReply);
    }

    [Fact]
    public async Task Where_the_moment_was_forgotten_the_bucket_is_rounded_up()
    {
        var calm = await SubmitAsync(SampleRequest.ByReceipt());
        var urgent = await SubmitAsync(SampleRequest.ByReceipt() with { InDanger = true });
        Host.Get<Outreach.Cases.Triage.ArrivalClock>().Forget(calm);
        Host.Get<Outreach.Cases.Triage.ArrivalClock>().Forget(urgent);
        Clock.Advance(TimeSpan.FromMinutes(14));

        await Replies.SendAsync(Lan, calm, "chào bạn", null, Cancellation);
        await Replies.SendAsync(Lan, urgent, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(FirstReplyWithin.Day, (await OpenAsync(Lan, calm)).FirstReply);
        Assert.Equal(FirstReplyWithin.QuarterHour, (await OpenAsync(Lan, urgent)).FirstReply);
    }

    [Theory]
    [InlineData(nameof(CaseStep.DeliveryClaimed), 1)]
    [InlineData(nameof(CaseStep.DeliverySent), 2)]
    public async Task A_reply_that_a_crash_left_in_doubt_is_sent_again(string name, int sentInAll)
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(Lan, id, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10), deliver: false);
        DieAt(Enum.Parse<CaseStep>(name));
        await Assert.ThrowsAsync<InvalidOperationException>(DeliverAsync);
        Host.Get<CaseSteps>().Passing = null;
        var inDoubt = (await OpenAsync(Lan, id)).Texts[1].Delivery;

        using var restarted = new ReplyDelivery(
            Host.Get<IDbContextFactory<Outreach.Storage.OutreachDb>>(), Host.Get<CaseChanges>(), Host.Get<LinkFiles>(), Host.Get<DeliveryBell>(),
            Host.Get<CaseSteps>(), Host.Get<Outreach.Storage.LocalDay>(), Clock);
        await restarted.SendQueuedAsync(SendAsync, Cancellation);

        Assert.Equal(TextDelivery.InDoubt, inDoubt);
        Assert.Equal(sentInAll, Sent.Count);
        Assert.Equal(TextDelivery.Sent, (await OpenAsync(Lan, id)).Texts[1].Delivery);
    }

    [Fact]
    public async Task A_reply_waits_while_the_channel_says_later_and_ends_when_it_says_never()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(Lan, id, "chào bạn", null, Cancellation);
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
        Assert.Equal(TextDelivery.Undeliverable, (await OpenAsync(Lan, id)).Texts[1].Delivery);
    }

    [Fact]
    public async Task A_case_erased_in_the_middle_of_a_reply_is_gone()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(Lan, id, "chào bạn", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10), deliver: false);
        var access = Assert.Single(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));

        await Host.Get<ReplyDelivery>().SendQueuedAsync(
            async (_, _, _, _) =>
            {
                await Requests.EraseAsync(access, Cancellation);
                return DeliveryResult.Sent;
            },
            Cancellation);

        Assert.IsType<OpenCaseOutcome.NotFound>(await Desk.OpenAsync(Lan, id, Cancellation));
    }
}
