using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Staff.Access;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Frame;

/// <summary>A page of somebody who is signed in.</summary>
public abstract class StaffPage : PageModel
{
    private const string SaidKey = "said";

    /// <summary>Who asks. The gate lets nobody else come here.</summary>
    public StaffMember Me => SignedIn.Find(HttpContext)!;

    /// <summary>A phrase to show once, on the next page.</summary>
    protected void Say(string phrase) => TempData[SaidKey] = phrase;

    /// <summary>The one answer to an id that is unknown, malformed, deleted or somebody else's.</summary>
    protected IActionResult NoSuchThing() => NotFound();
}
