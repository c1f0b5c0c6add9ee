using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Areas.Staff.Pages.SignIn;

/// <summary>The first step: name and password.</summary>
internal sealed class PasswordModel(SignInDesk desk, StaffSessions sessions) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(Name = "ve", SupportsGet = true)]
    public string? Back { get; set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public int WaitMinutes { get; private set; }

    public IActionResult OnGet() => SignedIn.Find(HttpContext) is null ? Page() : LocalRedirect(LocalPath.Of(Back));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await desk.CheckPasswordAsync(Name ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);
        switch (outcome)
        {
            case SignInOutcome.Right(var member):
                await sessions.BeginStepAsync(HttpContext, member);
                return Redirect((member.HasSecondFactor ? "/dang-nhap/ma-xac-thuc" : "/dang-nhap/thiet-lap") + "?ve=" + Uri.EscapeDataString(LocalPath.Of(Back)));
            case SignInOutcome.TooMany(var wait):
                WaitMinutes = (int)Math.Ceiling(wait.TotalMinutes);
                return Page();
            default:
                Faults = ["SignInWrong"];
                return Page();
        }
    }
}
