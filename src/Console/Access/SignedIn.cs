using Microsoft.AspNetCore.Http;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Access;

/// <summary>The member whose request this is: read from the database for each request, so that a change counts at once.</summary>
internal sealed record SignedIn(StaffMember Member)
{
    public static StaffMember? Find(HttpContext context) => context.Features.Get<SignedIn>()?.Member;
}
