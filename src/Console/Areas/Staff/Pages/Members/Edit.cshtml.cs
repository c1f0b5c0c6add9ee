using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Cases.Desk;
using Outreach.Content.Store;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Members;

/// <summary>One account: role and topics, a reset, an end.</summary>
[RequestFormLimits(ValueCountLimit = 256)]
internal sealed class EditModel(StaffAccounts accounts, OutreachDb db, ContentStore content, ConsoleText text, IServiceProvider services) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public StaffRole Role { get; set; }

    [BindProperty]
    public List<string> Topics { get; set; } = [];

    public StaffMember Member { get; private set; } = null!;

    public bool IsMe => Member.Id == Me.Id;

    public RoleChoice Choice => RoleChoice.Of(content, text.Language, text["topic.other"], Member.Role, Member.Topics);

    public string? Link { get; private set; }

    /// <summary>Who cases are handed over to; empty = back to all.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>Who can take cases over.</summary>
    public IReadOnlyList<StaffMember> Colleagues { get; private set; } = [];

    /// <summary>Whether there are cases to hand over in this service.</summary>
    public bool HasDesk => Desk is not null;

    private CaseDesk? Desk => services.GetService<CaseDesk>();

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NoSuchThing();

    public Task<IActionResult> OnPostSaveAsync() => ChangeAsync("form.saved", () =>
        ModelState.IsValid && Enum.IsDefined(Role)
            ? accounts.ChangeAsync(Member, DisplayName ?? "", Role, RoleChoice.Known(content, Topics), Actor.Member(Me.Id), HttpContext.RequestAborted)
            : Task.FromResult<AccountOutcome>(new AccountOutcome.Refused(["FormWrong"])));

    public Task<IActionResult> OnPostResetAsync() =>
        ChangeAsync(null, () => accounts.ResetAsync(Member, Actor.Member(Me.Id), HttpContext.RequestAborted));

    public Task<IActionResult> OnPostDisableAsync() =>
        ChangeAsync("members.disabled", () => accounts.DisableAsync(Member, Actor.Member(Me.Id), HttpContext.RequestAborted));

    public Task<IActionResult> OnPostEnableAsync() =>
        ChangeAsync("members.enabled", () => accounts.EnableAsync(Member, Actor.Member(Me.Id)));

    /// <summary>Gives the unfinished cases of somebody who leaves to a colleague, or back to all.</summary>
    public async Task<IActionResult> OnPostHandOverAsync()
    {
        if (!await FindAsync() || Desk is not { } desk)
        {
            return NoSuchThing();
        }

        var to = Guid.TryParseExact(To, "D", out var id) ? Colleagues.FirstOrDefault(colleague => colleague.Id == id) : null;
        if (to is null && !string.IsNullOrEmpty(To))
        {
            return NoSuchThing();
        }

        var handed = await desk.HandOverAsync(Me, Member.Id, to?.Id, HttpContext.RequestAborted);
        Say(handed == 0 ? "members.nothing-handed" : "members.handed-over");
        return RedirectToPage(new { id = Member.Id.ToString("D") });
    }

    private async Task<IActionResult> ChangeAsync(string? said, Func<Task<AccountOutcome>> change)
    {
        if (!await FindAsync())
        {
            return NoSuchThing();
        }

        switch (await change())
        {
            case AccountOutcome.Done(_, { } link):
                Link = link;
                return Page();
            case AccountOutcome.Done:
                if (said is not null)
                {
                    Say(said);
                }

                return RedirectToPage(new { id = Member.Id.ToString("D") });
            case AccountOutcome.Refused(var codes):
                Faults = codes;
                return Page();
            case AccountOutcome.WouldLockOut:
                Faults = ["WouldLockOut"];
                return Page();
            default:
                return NoSuchThing();
        }
    }

    private async Task<bool> FindAsync()
    {
        var found = Guid.TryParseExact(Id, "D", out var id) ? await accounts.FindAsync(id, HttpContext.RequestAborted) : null;
        Member = found!;
        Colleagues = await db.Staff.AsNoTracking()
            .Where(s => !s.Disabled && s.Id != id && (s.Role == StaffRole.Counsellor || s.Role == StaffRole.Manager))
            .OrderBy(s => s.DisplayName).ToListAsync(HttpContext.RequestAborted);
        return found is not null;
    }
}
