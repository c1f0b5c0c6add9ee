using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Storage.Cases;
using Outreach.Testing;

namespace Outreach.Cases.Tests.Requests;

/// <summary>What workers do with their requests, whichever database lies below.</summary>
public abstract class HelpRequestsContract : IAsyncLifetime
{
    private protected CasesHost Host { get; private set; } = null!;

    private protected HandMovedClock Clock { get; } = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HelpRequests Requests => Host.Get<HelpRequests>();

    private protected abstract Task<CasesHost> StartAsync();

    public async ValueTask InitializeAsync() => Host = await StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_request_is_opened_again_by_its_code()
    {
        var code = ReceiptCode.New();

        var outcome = await Requests.SubmitAsync(SampleRequest.ByReceipt("Chủ giữ giấy tờ của tôi."), code, Cancellation);
        var access = await OpenAsync(code);

        Assert.IsType<SubmitOutcome.Received>(outcome);
        var message = Assert.Single(access.View.Messages);
        Assert.Equal((TextAuthor.Worker, "Chủ giữ giấy tờ của tôi.", new DateOnly(2026, 8, 3)), (message.Author, message.Text, message.On));
        Assert.Equal((CaseState.Open, AnswerMode.Receipt, "tien-luong", 0), (access.View.State, access.View.Mode, access.View.Topic, access.View.OpenedByStaff));
    }

    [Fact]
    public async Task A_request_confirmed_twice_is_one_case()
    {
        var (request, code) = (SampleRequest.InChat(), ReceiptCode.New());

        await Requests.SubmitAsync(request, code, Cancellation);
        var again = await Requests.SubmitAsync(request, code, Cancellation);

        Assert.IsType<SubmitOutcome.ReceivedBefore>(again);
        Assert.Single(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_request_confirmed_twenty_times_at_once_is_one_case()
    {
        var (request, code) = (SampleRequest.InChat(), ReceiptCode.New());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Requests.SubmitAsync(request, code, Cancellation), Cancellation)));

        Assert.Single(outcomes.OfType<SubmitOutcome.Received>());
        Assert.Equal(19, outcomes.OfType<SubmitOutcome.ReceivedBefore>().Count());
        Assert.Single(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));
        Assert.Single(await Host.Get<Outreach.Cases.Vault.LinkFiles>().AllAsync(Cancellation));
    }

    [Fact]
    public async Task The_same_code_under_another_id_is_not_taken_for_a_new_request()
    {
        var code = ReceiptCode.New();

        await Requests.SubmitAsync(SampleRequest.ByReceipt(), code, Cancellation);
        var again = await Requests.SubmitAsync(SampleRequest.ByReceipt(), code, Cancellation);

        Assert.IsType<SubmitOutcome.ReceivedBefore>(again);
    }

    [Fact]
    public async Task A_chat_finds_its_own_open_requests_and_no_others()
    {
        await Requests.SubmitAsync(SampleRequest.InChat(SampleRequest.Chat("1"), "một"), ReceiptCode.New(), Cancellation);
        await Requests.SubmitAsync(SampleRequest.InChat(SampleRequest.Chat("2"), "hai"), ReceiptCode.New(), Cancellation);
        await Requests.SubmitAsync(SampleRequest.ByReceipt("ba"), ReceiptCode.New(), Cancellation);

        var one = await Requests.OfChatAsync(SampleRequest.Chat("1"), Cancellation);
        var none = await Requests.OfChatAsync(SampleRequest.Chat("3"), Cancellation);

        Assert.Equal("một", Assert.Single(Assert.Single(one).View.Messages).Text);
        Assert.Empty(none);
    }

    [Fact]
    public async Task A_request_in_a_chat_opens_by_its_code_too()
    {
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.InChat(text: "một"), code, Cancellation);

        var access = await OpenAsync(code);

        Assert.Equal((AnswerMode.Chat, "một"), (access.View.Mode, access.View.Messages[0].Text));
    }

    [Fact]
    public async Task Words_are_added_in_their_order()
    {
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.ByReceipt("một"), code, Cancellation);
        var access = await OpenAsync(code);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Requests.AddWordsAsync(access, $"thêm {i}", Cancellation), Cancellation)));

        var texts = (await OpenAsync(code)).View.Messages.Select(message => message.Text).ToList();
        Assert.Equal("một", texts[0]);
        Assert.Equal([.. Enumerable.Range(0, 8).Select(i => $"thêm {i}")], texts.Skip(1).Order());
    }

    [Fact]
    public async Task The_danger_answer_makes_a_case_urgent_and_keeps_only_the_hour()
    {
        Clock.Advance(TimeSpan.FromMinutes(47));

        await Requests.SubmitAsync(SampleRequest.ByReceipt() with { InDanger = true }, ReceiptCode.New(), Cancellation);

        await using var db = await Host.OpenDbAsync();
        var found = await db.HelpCases.SingleAsync(Cancellation);
        Assert.Equal((CasePriority.Urgent, true), (found.Priority, found.Danger));
        Assert.Equal(new DateTimeOffset(2026, 8, 3, 2, 0, 0, TimeSpan.Zero), found.UrgentSince);
    }

    [Fact]
    public async Task Words_of_danger_raise_the_priority_and_calm_ones_never_lower_it()
    {
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.ByReceipt("Xin hỏi về lương."), code, Cancellation);
        var access = await OpenAsync(code);
        var before = await PriorityAsync();

        await Requests.AddWordsAsync(access, "cứu tôi với", Cancellation);
        await Requests.AddWordsAsync(access, "bây giờ ổn rồi", Cancellation);

        Assert.Equal(CasePriority.Normal, before);
        Assert.Equal(CasePriority.Urgent, await PriorityAsync());
    }

    [Fact]
    public async Task What_is_erased_is_gone_for_everybody_in_both_ways()
    {
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.InChat(), code, Cancellation);
        var access = await OpenAsync(code);

        await Requests.EraseAsync(access, Cancellation);

        Assert.IsType<OpenOutcome.NotFound>(await Requests.OpenAsync(code, "me", Cancellation));
        Assert.Empty(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));
        Assert.IsType<AddOutcome.Gone>(await Requests.AddWordsAsync(access, "còn đó không", Cancellation));
        Assert.Empty(await Host.Get<Outreach.Cases.Vault.LinkFiles>().AllAsync(Cancellation));
        await using var db = await Host.OpenDbAsync();
        Assert.Equal(0, await db.CaseTexts.CountAsync(Cancellation) + await db.Receipts.CountAsync(Cancellation) + await db.CaseLinks.CountAsync(Cancellation));
        Assert.Equal(1, await db.Erasures.CountAsync(Cancellation));
        await Requests.EraseAsync(access, Cancellation);
    }

    [Fact]
    public async Task A_request_that_was_erased_is_not_saved_again_by_a_late_confirmation()
    {
        var (request, code) = (SampleRequest.ByReceipt(), ReceiptCode.New());
        await Requests.SubmitAsync(request, code, Cancellation);
        await Requests.EraseAsync(await OpenAsync(code), Cancellation);

        var again = await Requests.SubmitAsync(request, code, Cancellation);

        Assert.IsType<SubmitOutcome.ReceivedBefore>(again);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData(nameof(CaseStep.EraseNoted))]
    [InlineData(nameof(CaseStep.EraseMarked))]
    [InlineData(nameof(CaseStep.SecretOverwritten))]
    [InlineData(nameof(CaseStep.EraseLinkDestroyed))]
    public async Task An_erasure_that_was_cut_off_is_finished_at_the_next_start(string name)
    {
        var at = Enum.Parse<CaseStep>(name);
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.InChat(), code, Cancellation);
        var access = await OpenAsync(code);
        Host.Get<CaseSteps>().Passing = step =>
        {
            if (step == at)
            {
                throw new InvalidOperationException("Died.");
            }
        };
        await Record.ExceptionAsync(() => Requests.EraseAsync(access, Cancellation));
        Host.Get<CaseSteps>().Passing = null;

        await Host.Get<Outreach.Cases.Retention.Erasing>().CompleteAsync(Cancellation);

        Assert.Equal(0, await CountAsync());
        Assert.Empty(await Host.Get<Outreach.Cases.Vault.LinkFiles>().AllAsync(Cancellation));
    }

    [Fact]
    public async Task A_wrong_code_costs_as_many_hashes_and_statements_as_a_right_one()
    {
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.ByReceipt(), code, Cancellation);
        var hasher = Host.Get<ReceiptHasher>();
        var before = hasher.Done;

        await Requests.OpenAsync(code, "me", Cancellation);
        var right = hasher.Done - before;
        await Requests.OpenAsync(ReceiptCode.New(), "me", Cancellation);
        var wrong = hasher.Done - before - right;

        Assert.True(right > 0);
        Assert.Equal(right, wrong);
    }

    [Fact]
    public async Task All_live_months_are_tried_for_every_code()
    {
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.ByReceipt("tháng tám"), code, Cancellation);
        Clock.Advance(TimeSpan.FromDays(40));
        await Host.Get<Outreach.Cases.Vault.EpochMaker>().EnsureAsync(Cancellation);
        var next = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.ByReceipt("tháng chín"), next, Cancellation);
        var before = Host.Get<ReceiptHasher>().Done;

        var old = await OpenAsync(code);
        var late = await OpenAsync(next);

        Assert.Equal(("tháng tám", "tháng chín"), (old.View.Messages[0].Text, late.View.Messages[0].Text));
        Assert.Equal(4, Host.Get<ReceiptHasher>().Done - before);
    }

    [Fact]
    public async Task The_sixth_wrong_code_in_ten_minutes_waits_and_others_do_not()
    {
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.ByReceipt(), code, Cancellation);
        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<OpenOutcome.NotFound>(await Requests.OpenAsync(ReceiptCode.New(), "guesser", Cancellation));
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var sixth = await Requests.OpenAsync(code, "guesser", Cancellation);
        var other = await Requests.OpenAsync(code, "somebody else", Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(5));
        var later = await Requests.OpenAsync(code, "guesser", Cancellation);

        Assert.Equal(TimeSpan.FromMinutes(5), Assert.IsType<OpenOutcome.TooManyTries>(sixth).Wait);
        Assert.IsType<OpenOutcome.Opened>(other);
        Assert.IsType<OpenOutcome.Opened>(later);
    }

    [Fact]
    public async Task Right_codes_are_not_counted_as_tries()
    {
        var code = ReceiptCode.New();
        await Requests.SubmitAsync(SampleRequest.ByReceipt(), code, Cancellation);

        for (var i = 0; i < 12; i++)
        {
            await OpenAsync(code);
        }
    }

    [Fact]
    public async Task Aliases_are_never_given_twice()
    {
        for (var i = 0; i < 30; i++)
        {
            await Requests.SubmitAsync(SampleRequest.ByReceipt(), ReceiptCode.New(), Cancellation);
        }

        await using var db = await Host.OpenDbAsync();
        var aliases = await db.HelpCases.Select(c => c.Alias).ToListAsync(Cancellation);
        Assert.Equal(30, aliases.Distinct().Count());
        Assert.Equal(30, await db.CaseAliases.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Text_longer_than_is_kept_is_a_fault_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Requests.SubmitAsync(SampleRequest.ByReceipt(new string('a', HelpRequest.MaxTextChars + 1)), ReceiptCode.New(), Cancellation));

    private async Task<CaseAccess> OpenAsync(ReceiptCode code) =>
        Assert.IsType<OpenOutcome.Opened>(await Requests.OpenAsync(code, "me", Cancellation)).Access;

    private async Task<int> CountAsync()
    {
        await using var db = await Host.OpenDbAsync();
        return await db.HelpCases.CountAsync(Cancellation);
    }

    private async Task<CasePriority> PriorityAsync()
    {
        await using var db = await Host.OpenDbAsync();
        return await db.HelpCases.Select(c => c.Priority).SingleAsync(Cancellation);
    }
}
