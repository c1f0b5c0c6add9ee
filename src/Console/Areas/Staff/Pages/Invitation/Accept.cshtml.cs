using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Invitation;

/// <summary>What a one-time link opens: the first account of all, or a new password for somebody's.</summary>
internal sealed class AcceptModel(StaffAccounts accounts, StaffSessions sessions, FirstAccount first, ConsoleText text) : PageModel
{
    private StaffInvitation? _invitation;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public bool IsFirst => _invitation is { StaffId: null };

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (Password != Again)
        {
            Faults = ["PasswordsDiffer"];
            return Page();
        }

        var outcome = IsFirst
            ? await accounts.AcceptFirstAsync(
                new NewMember { Name = Name ?? "", DisplayName = DisplayName ?? "", Role = StaffRole.Admin, Language = text.Language }, Password ?? "", HttpContext.RequestAborted)
            : await accounts.AcceptAsync(_invitation!, Password ?? "", HttpContext.RequestAborted);
        switch (outcome)
        {
            case AccountOutcome.Done(var member, _):
                if (IsFirst)
                {
                    first.Withdraw();
                }

                await sessions.BeginStepAsync(HttpContext, member);
                return Redirect(member.HasSecondFactor ? "/dang-nhap/ma-xac-thuc" : "/dang-nhap/thiet-lap");
            case AccountOutcome.Refused(var codes):
                Faults = codes;
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync()
    {
        _invitation = await accounts.FindInvitationAsync(Token, HttpContext.RequestAborted);
        if (_invitation?.StaffId is { } id)
        {
            var member = await accounts.FindAsync(id, HttpContext.RequestAborted);
            Name = member is { Disabled: false } ? member.Name : null;
            return Name is not null;
        }

        return _invitation is not null;
    }
}
