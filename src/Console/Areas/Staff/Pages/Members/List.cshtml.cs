using Microsoft.EntityFrameworkCore;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Members;

/// <summary>Everybody who has an account.</summary>
internal sealed class ListModel(OutreachDb db) : StaffPage
{
    /// <summary>More than any organisation's staff; a list without an end would be a fault.</summary>
    private const int Most = 500;

    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    public static string StateOf(StaffMember member) => member switch
    {
        { Disabled: true } => "disabled",
        { PasswordHash: null } => "invited",
        { HasSecondFactor: false } => "no-second-factor",
        _ => "active",
    };

    public async Task OnGetAsync() =>
        Members = await db.Staff.AsNoTracking().OrderBy(s => s.Disabled).ThenBy(s => s.DisplayName).Take(Most).ToListAsync(HttpContext.RequestAborted);
}
