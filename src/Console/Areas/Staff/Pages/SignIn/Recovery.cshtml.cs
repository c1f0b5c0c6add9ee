using Microsoft.AspNetCore.Mvc;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;

namespace Outreach.Staff.Areas.Staff.Pages.SignIn;

/// <summary>The second step without the phone: a recovery code.</summary>
internal sealed class RecoveryModel(SignInDesk desk, StaffSessions sessions) : SecondStepPage(sessions)
{
    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await desk.CheckRecoveryCodeAsync(Halfway, Code ?? "", HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted));
}
