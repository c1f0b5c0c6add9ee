using Microsoft.AspNetCore.Mvc;
using Outreach.Staff.Access;
using Outreach.Staff.Frame;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Account;

/// <summary>Signs out of this browser.</summary>
internal sealed class LeaveModel(AuditTrail trail) : StaffPage
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await trail.WriteAsync(AuditDraft.OfStaff(Me.Id, AuditAction.SignedOut, Me.Id), HttpContext.RequestAborted);
        await StaffSessions.EndAsync(HttpContext);
        return Redirect("/dang-nhap");
    }
}
