using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.SignIn;

/// <summary>The second factor is mandatory: before it is set up there is no session.</summary>
internal sealed class SetUpModel(StaffAccounts accounts, StaffSessions sessions, StaffFacts facts, SignInLimits limits) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the QR code says.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The key to type by hand, in groups of four.</summary>
    public string Grouped { get; private set; } = "";

    /// <summary>Shown once, when all is done.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(await FindAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        var member = await FindAsync();
        RecoveryCodes = member is null ? null : await accounts.ConfirmSecondFactorAsync(member, Code ?? "");
        if (member is null || RecoveryCodes is null)
        {
            Faults = ["CodeWrong"];
            return await ShowAsync(member);
        }

        limits.Forgive(member.NormalizedName, HttpContext.Connection.RemoteIpAddress);
        await sessions.BeginAsync(HttpContext, member);
        return Page();
    }

    private Task<StaffMember?> FindAsync() => accounts.FindAsync(HttpContext.Features.Get<Halfway>()!.Member.Id, HttpContext.RequestAborted);

    private async Task<IActionResult> ShowAsync(StaffMember? member)
    {
        if (member is null || await accounts.PrepareSecondFactorAsync(member) is not { } key)
        {
            return Redirect("/dang-nhap/ma-xac-thuc"); // it is set up already
        }

        Address = Totp.Address(facts.Organisation, member.Name, key);
        Grouped = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        return Page();
    }
}
