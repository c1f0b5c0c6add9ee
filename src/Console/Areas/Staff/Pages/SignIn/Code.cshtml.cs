using Microsoft.AspNetCore.Mvc;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;

namespace Outreach.Staff.Areas.Staff.Pages.SignIn;

/// <summary>The second step: the code of the authenticator app.</summary>
internal sealed class CodeModel(SignInDesk desk, StaffSessions sessions) : SecondStepPage(sessions)
{
    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await desk.CheckCodeAsync(Halfway, Code ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted));
}
