using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outreach.Scheduler.Campaigns;
using Outreach.Staff.Campaigns;
using Outreach.Storage.Settings;

namespace Outreach.Staff.Areas.Staff.Pages.Campaigns;

/// <summary>What is done with a campaign: each a plain form that leads back to the page.</summary>
internal sealed partial class ShowModel
{
    private CampaignActor By => CampaignActor.Member(Me.Id);

    public Task<IActionResult> OnPostSubmitAsync(int? version, CancellationToken cancellationToken) =>
        DoAsync("campaigns.submitted", id => desk.SubmitAsync(id, version, By, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostApproveAsync(int? version, CancellationToken cancellationToken) =>
        DoAsync("campaigns.approved", id => desk.ApproveAsync(id, version, By, cancellationToken), cancellationToken);

    /// <param name="reason">For the author: what is to be mended.</param>
    public Task<IActionResult> OnPostRejectAsync(int? version, string? reason, CancellationToken cancellationToken)
    {
        Reason = reason;
        return DoAsync("campaigns.rejected", id => desk.RejectAsync(id, version, reason, By, cancellationToken), cancellationToken);
    }

    /// <summary>Shows how to see the message before it is sent. No redirect: what opens it must not stand in an address.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } standing)
        {
            return NoSuchThing();
        }

        Standing = standing;
        switch (await tests.BeginAsync(Campaign.Id, Message, By, cancellationToken))
        {
            case DeskOutcome.Ticket ticket:
                Test = new ShownTest(ticket, await notes.FindAsync(SharedNotes.TelegramName, cancellationToken));
                break;
            case DeskOutcome.MayNot:
                return StatusCode(StatusCodes.Status403Forbidden);
            case DeskOutcome.NotFound:
                return NoSuchThing();
            default:
                Problem = "campaigns.problem-not-now";
                break;
        }

        return await LoadAsync(cancellationToken) ? Page() : NoSuchThing();
    }

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken) =>
        DoAsync("campaigns.started", id => desk.StartAsync(id, By, cancellationToken), cancellationToken);

    /// <summary>Ends the whole campaign.</summary>
    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) =>
        DoAsync("campaigns.cancelled", id => desk.CancelAsync(id, By, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellationToken) =>
        DoAsync("campaigns.paused", id => broadcasts.PauseAsync(id, By, cancellationToken), cancellationToken, ofBroadcast: true);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        DoAsync("campaigns.resumed", id => broadcasts.ResumeAsync(id, By, cancellationToken), cancellationToken, ofBroadcast: true);

    public Task<IActionResult> OnPostSendAnywayAsync(CancellationToken cancellationToken) =>
        DoAsync("campaigns.sent-anyway", id => broadcasts.SendAnywayAsync(id, By, cancellationToken), cancellationToken, ofBroadcast: true);

    public Task<IActionResult> OnPostSkipAsync(CancellationToken cancellationToken) =>
        DoAsync("campaigns.skipped", id => broadcasts.SkipAsync(id, By, cancellationToken), cancellationToken, ofBroadcast: true);

    /// <summary>Ends this one sending; the campaign goes on.</summary>
    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) =>
        DoAsync("campaigns.ended", id => broadcasts.CancelAsync(id, By, cancellationToken), cancellationToken, ofBroadcast: true);

    public Task<IActionResult> OnPostRetryAsync(RetryWhat what, CancellationToken cancellationToken) =>
        DoAsync("campaigns.retried", id => broadcasts.RetryAsync(id, what, By, cancellationToken), cancellationToken, ofBroadcast: true);

    public Task<IActionResult> OnPostCloneAsync(CancellationToken cancellationToken) =>
        DoAsync("campaigns.cloned", id => desk.CloneAsync(id, text["campaigns.copy-of", ("title", Campaign.Title)], By, cancellationToken), cancellationToken);

    private async Task<IActionResult> DoAsync(string said, Func<Guid, Task<DeskOutcome>> step, CancellationToken cancellationToken, bool ofBroadcast = false)
    {
        if (await FindAsync(cancellationToken) is not { } standing)
        {
            return NoSuchThing();
        }

        Standing = standing;
        switch (await step(ofBroadcast && Current is { } broadcast ? broadcast.Id : Campaign.Id))
        {
            case DeskOutcome.Done { CampaignId: var id } when id != Campaign.Id:
                Say(said);
                return Redirect($"/chien-dich/{id:D}/sua");
            case DeskOutcome.Done done:
                Say(said == "campaigns.retried" && done.Count == 0 ? "campaigns.nothing-to-retry" : said);
                return Redirect(Path);
            case DeskOutcome.MayNot:
                return StatusCode(StatusCodes.Status403Forbidden);
            case DeskOutcome.NotFound:
                return NoSuchThing();
            case var refused:
                Problem = ProblemOf(refused);
                return await LoadAsync(cancellationToken) ? Page() : NoSuchThing();
        }
    }

    private static string ProblemOf(DeskOutcome outcome) => outcome switch
    {
        DeskOutcome.NeedsSecondPerson => "campaigns.problem-second-person",
        DeskOutcome.Faulty => "campaigns.problem-faulty",
        DeskOutcome.NeedsReason => "campaigns.problem-reason",
        DeskOutcome.Changed => "campaigns.problem-changed",
        DeskOutcome.NeedsDatabase => "campaigns.needs-database",
        DeskOutcome.NoDateLeft => "campaigns.problem-no-date",
        _ => "campaigns.problem-not-now",
    };
}
