using Microsoft.AspNetCore.Mvc;
using Outreach.Content.Store;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Members;

/// <summary>One account: role and topics, a reset, an end.</summary>
[RequestFormLimits(ValueCountLimit = 256)]
internal sealed class EditModel(StaffAccounts accounts, ContentStore content, ConsoleText text) : StaffPage
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
        return found is not null;
    }
}
