using Microsoft.AspNetCore.Mvc;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Areas.Staff.Pages.Account;

/// <summary>New recovery codes, against a code of the authenticator app.</summary>
internal sealed class CodesModel(StaffAccounts accounts, SignInDesk desk) : StaffPage
{
    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var member = await accounts.FindAsync(Me.Id, HttpContext.RequestAborted);
        if (await desk.TryTakeCodeAsync(member!, Code ?? "", HttpContext.Connection.RemoteIpAddress))
        {
            RecoveryCodes = await accounts.RenewCodesAsync(member!);
        }

        Faults = RecoveryCodes is null ? ["CodeWrong"] : [];
        return Page();
    }
}
