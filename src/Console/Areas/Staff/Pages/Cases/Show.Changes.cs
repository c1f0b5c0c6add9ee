using Microsoft.AspNetCore.Mvc;
using Outreach.Cases.Desk;
using Outreach.Staff.Cases;
using Outreach.Storage.Cases;

namespace Outreach.Staff.Areas.Staff.Pages.Cases;

/// <summary>What can be done with a case besides writing to its worker.</summary>
internal sealed partial class ShowModel
{
    /// <summary>Longest note, in UTF-16 units.</summary>
    public const int MaxNoteChars = 4_000;

    /// <summary>Closing as "nobody closed it" is no choice.</summary>
    public static IReadOnlyList<CaseOutcome> Outcomes { get; } = [.. Enum.GetValues<CaseOutcome>().Where(o => o != CaseOutcome.None)];

    public Task<IActionResult> OnPostClaimAsync(CancellationToken cancellationToken) => ActAsync(new CaseAct.Claim(), "claimed", cancellationToken);

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken) => ActAsync(new CaseAct.Release(), "released", cancellationToken);

    /// <param name="to">Id of a colleague, of those that the page offered.</param>
    public async Task<IActionResult> OnPostAssignAsync(Guid to, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Sheet is null)
        {
            return NotFound();
        }

        return Colleagues.Any(colleague => colleague.Id == to)
            ? await ActAsync(new CaseAct.Assign(to), "assigned", cancellationToken)
            : await AgainAsync("cases.problem.choose", cancellationToken);
    }

    public Task<IActionResult> OnPostNoteAsync(string? note, CancellationToken cancellationToken)
    {
        var text = note?.Trim() ?? "";
        return text.Length is 0 or > MaxNoteChars
            ? AgainAsync(text.Length == 0 ? "cases.problem.empty-note" : "cases.problem.too-long", cancellationToken)
            : ActAsync(new CaseAct.Note(text), "noted", cancellationToken);
    }

    public Task<IActionResult> OnPostTakeBackAsync(Guid text, CancellationToken cancellationToken) =>
        ActAsync(new CaseAct.TakeBack(text), "taken-back", cancellationToken, "cases.problem.sent-already");

    /// <param name="agreed"><c>yes</c>, <c>no</c>, or nothing: not answered yet.</param>
    public Task<IActionResult> OnPostReferralAsync(Guid referral, string? agreed, ReferralOutcome outcome, CancellationToken cancellationToken)
    {
        bool? said = agreed switch { "yes" => true, "no" => false, _ => null };
        return !ModelState.IsValid || (said != true && outcome != ReferralOutcome.None)
            ? AgainAsync("cases.problem.not-agreed", cancellationToken)
            : ActAsync(new CaseAct.NoteReferral(referral, said, outcome), "referral", cancellationToken);
    }

    public Task<IActionResult> OnPostReportAsync(DutyRule rule, string? to, CancellationToken cancellationToken) =>
        !ModelState.IsValid || !Enum.IsDefined(rule) || !DutyReceivers.All.Contains(to)
            ? AgainAsync("cases.problem.choose", cancellationToken)
            : ActAsync(new CaseAct.Report(rule, to!), "reported", cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(CaseOutcome outcome, CancellationToken cancellationToken) =>
        !ModelState.IsValid || !Outcomes.Contains(outcome)
            ? AgainAsync("cases.problem.choose", cancellationToken)
            : ActAsync(new CaseAct.Close(outcome), "closed", cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) => ActAsync(new CaseAct.Reopen(), "reopened", cancellationToken);

    public Task<IActionResult> OnPostQuarantineAsync(CancellationToken cancellationToken) =>
        ActAsync(new CaseAct.Quarantine(), "quarantined", cancellationToken);

    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellationToken) => ActAsync(new CaseAct.Restore(), "restored", cancellationToken);

    /// <summary>The made-up cases of whoever asks, from the beginning.</summary>
    public IActionResult OnPostBeginAnew()
    {
        if (!IsPractice)
        {
            return NotFound();
        }

        books.BeginPracticeAnew(Me.Id);
        return Redirect($"/{BookName}/{CaseFolder.Unassigned.Slug()}?xong=practice");
    }

    private async Task<IActionResult> ActAsync(CaseAct act, string done, CancellationToken cancellationToken, string refused = "cases.problem.changed")
    {
        if (FindId() is not { } id || CaseFolders.Find(FolderSlug) is not { } folder)
        {
            return NotFound();
        }

        Folder = folder;
        switch (await Book.ApplyAsync(Me, id, act, cancellationToken))
        {
            case DeskOutcome.Done or DeskOutcome.Held:
                var path = CasePath(id);
                return Redirect($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}xong={done}");
            case DeskOutcome.NotFound:
                return NotFound();
            case DeskOutcome.Taken:
                return await AgainAsync("cases.problem.taken", cancellationToken);
            case DeskOutcome.Unreadable:
                return await AgainAsync("cases.problem.unreadable", cancellationToken);
            case DeskOutcome.TooLate when act is CaseAct.Reopen:
                return await AgainAsync("cases.problem.link-gone", cancellationToken);
            default:
                return await AgainAsync(refused, cancellationToken);
        }
    }

    /// <summary>The same page with what is wrong said on it; what was typed stays.</summary>
    private async Task<IActionResult> AgainAsync(string? problem, CancellationToken cancellationToken)
    {
        Problem = problem;
        return await LoadAsync(cancellationToken) && Sheet is not null ? Page() : NotFound();
    }
}
