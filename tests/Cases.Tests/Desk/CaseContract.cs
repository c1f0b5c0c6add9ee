using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Desk;
using Outreach.Cases.Tests.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage.Cases;
using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

/// <summary>A case from first word to closing and back. Over whichever database lies below.</summary>
public abstract class CaseContract(TestCluster? cluster) : DeskScene(cluster)
{
    [Fact]
    public async Task Closing_destroys_the_way_to_the_chat()
    {
        var id = await SubmitAsync(SampleRequest.InChat());

        var outcome = await Desk.CloseAsync(Lan, id, CaseOutcome.Answered, Cancellation);

        Assert.IsType<DeskOutcome.Done>(outcome);
        Assert.Empty(await Host.Get<LinkFiles>().AllAsync(Cancellation));
        Assert.Empty(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));
        await using var db = await Host.OpenDbAsync();
        Assert.Equal(0, await db.CaseLinks.CountAsync(Cancellation));
        Assert.IsType<DeskOutcome.TooLate>(await Desk.ReopenAsync(Lan, id, Cancellation));
        Assert.IsType<DeskOutcome.TooLate>(await Desk.CloseAsync(Lan, id, CaseOutcome.Answered, Cancellation));
    }

    [Fact]
    public async Task A_case_read_by_code_is_opened_again_by_staff_or_by_its_writers_words()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());
        await Desk.CloseAsync(Lan, id, CaseOutcome.Answered, Cancellation);
        var reopened = await Desk.ReopenAsync(Lan, id, Cancellation);
        await Desk.CloseAsync(Lan, id, CaseOutcome.Answered, Cancellation);

        await AddAsync(code, "vẫn chưa được trả");

        Assert.IsType<DeskOutcome.Done>(reopened);
        Assert.Equal(CaseState.Open, (await OpenAsync(Lan, id)).Line.State);
    }

    [Fact]
    public async Task Words_added_to_a_waiting_case_open_it_again()
    {
        var id = await SubmitAsync(SampleRequest.InChat());
        await Replies.SendAsync(Lan, id, "bạn làm ở đâu?", null, Cancellation);
        await PassAsync(TimeSpan.FromSeconds(10));
        var access = Assert.Single(await Requests.OfChatAsync(SampleRequest.Chat(), Cancellation));

        await Requests.AddWordsAsync(access, "ở khu công nghiệp", Cancellation);

        Assert.Equal(id, Assert.Single((await ListAsync(Lan, CaseFolder.Mine)).Lines).Id);
        Assert.Equal(CaseState.Open, (await OpenAsync(Lan, id)).Line.State);
    }

    [Fact]
    public async Task Spam_is_set_aside_and_can_be_taken_back()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());

        await Desk.QuarantineAsync(Lan, id, Cancellation);
        var aside = await CountsAsync(Lan);
        await Desk.RestoreAsync(Lan, id, Cancellation);
        var back = await CountsAsync(Lan);

        Assert.Equal((1, 0), (aside[CaseFolder.Quarantined], aside[CaseFolder.Unassigned]));
        Assert.Equal((0, 1), (back[CaseFolder.Quarantined], back[CaseFolder.Unassigned]));
    }

    [Fact]
    public async Task Words_of_danger_bring_back_what_was_set_aside()
    {
        var (id, code) = await SubmitWithCodeAsync(SampleRequest.ByReceipt());
        await Desk.QuarantineAsync(Lan, id, Cancellation);

        await AddAsync(code, "quảng cáo");
        var stillAside = (await OpenAsync(Lan, id)).Line.State;
        await AddAsync(code, "cứu tôi với");

        Assert.Equal(CaseState.Quarantined, stillAside);
        Assert.Equal(id, Assert.Single((await ListAsync(Lan, CaseFolder.Urgent)).Lines).Id);
    }

    [Fact]
    public async Task A_referral_is_asked_answered_and_followed()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());

        await Desk.ReferAsync(Lan, id, "tro-giup-phap-ly", Cancellation);
        var asked = Assert.Single((await OpenAsync(Lan, id)).Referrals);
        await Desk.RecordReferralAsync(Lan, id, asked.Id, true, ReferralOutcome.Served, Cancellation);

        Assert.Equal(("tro-giup-phap-ly", null, ReferralOutcome.None), (asked.PartnerId, asked.Agreed, asked.Outcome));
        Assert.Equal((true, ReferralOutcome.Served), (await OpenAsync(Lan, id)).Referrals.Select(r => (r.Agreed!.Value, r.Outcome)).Single());
        Assert.IsType<DeskOutcome.NotFound>(await Desk.RecordReferralAsync(Lan, id, Guid.NewGuid(), true, ReferralOutcome.Served, Cancellation));
    }

    [Fact]
    public async Task A_report_by_duty_is_recorded()
    {
        var id = await SubmitAsync(SampleRequest.ByReceipt());

        await Desk.RecordReportAsync(Lan, id, DutyRule.Child, "111", Cancellation);

        Assert.Equal(new DeskReport(DutyRule.Child, "111", new DateOnly(2026, 8, 3), Lan.Id), Assert.Single((await OpenAsync(Lan, id)).Reports));
    }
}
