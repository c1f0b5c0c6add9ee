using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.SignIn;

/// <summary>What the two ways of the second step share.</summary>
internal abstract class SecondStepPage(StaffSessions sessions) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = "ve", SupportsGet = true)]
    public string? Back { get; set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public int WaitMinutes { get; private set; }

    protected StaffMember Halfway => HttpContext.Features.Get<Halfway>()!.Member;

    public IActionResult OnGet() => Halfway.HasSecondFactor ? Page() : Redirect("/dang-nhap/thiet-lap");

    protected async Task<IActionResult> EndAsync(SignInOutcome outcome)
    {
        switch (outcome)
        {
            case SignInOutcome.Right(var member):
                await sessions.BeginAsync(HttpContext, member);
                return LocalRedirect(LocalPath.Of(Back));
            case SignInOutcome.TooMany(var wait):
                WaitMinutes = (int)Math.Ceiling(wait.TotalMinutes);
                return Page();
            default:
                Faults = ["CodeWrong"];
                return Page();
        }
    }
}
