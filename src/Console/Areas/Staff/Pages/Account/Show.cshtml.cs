using Microsoft.AspNetCore.Mvc;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Areas.Staff.Pages.Account;

/// <summary>One's own account: how one is shown, in which language, and the way out of every device.</summary>
internal sealed class ShowModel(StaffAccounts accounts) : StaffPage
{
    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        var member = await accounts.FindAsync(Me.Id, HttpContext.RequestAborted);
        var outcome = await accounts.SpeakAsync(member!, DisplayName ?? "", Language == Phrases.English ? Phrases.English : Phrases.Vietnamese);
        if (outcome is AccountOutcome.Refused(var codes))
        {
            Faults = codes;
            return Page();
        }

        Say("form.saved");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        var member = await accounts.FindAsync(Me.Id, HttpContext.RequestAborted);
        await accounts.SignOutEverywhereAsync(member!);
        await StaffSessions.EndAsync(HttpContext);
        return Redirect("/dang-nhap");
    }
}
