using Microsoft.AspNetCore.Mvc;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Areas.Staff.Pages.Account;

/// <summary>A new password; every other session of the member ends with it.</summary>
internal sealed class PasswordModel(StaffAccounts accounts, StaffSessions sessions, SignInLimits limits) : StaffPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Password != Again)
        {
            Faults = ["PasswordsDiffer"];
            return Page();
        }

        // Whoever sits down at an open session must not guess the password here.
        var address = HttpContext.Connection.RemoteIpAddress;
        if (limits.Begin(Me.NormalizedName, address) is not null)
        {
            Faults = ["TooMany"];
            return Page();
        }

        var member = await accounts.FindAsync(Me.Id, HttpContext.RequestAborted);
        switch (await accounts.ChangePasswordAsync(member!, Current ?? "", Password ?? ""))
        {
            case AccountOutcome.Done(var changed, _):
                limits.Forgive(Me.NormalizedName, address);
                await sessions.BeginAsync(HttpContext, changed);
                Say("password.changed");
                return Redirect("/tai-khoan");
            case AccountOutcome.Refused(var codes):
                Faults = codes;
                if (!codes.Contains("PasswordMismatch"))
                {
                    limits.Forgive(Me.NormalizedName, address);
                }

                return Page();
            default:
                return NoSuchThing();
        }
    }
}
