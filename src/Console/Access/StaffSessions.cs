using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Access;

/// <summary>Begins, reads and ends sessions.</summary>
internal sealed class StaffSessions(TimeProvider time)
{
    /// <summary>The password was right: the next pages may ask for the second factor.</summary>
    public Task BeginStepAsync(HttpContext context, StaffMember member) => context.SignInAsync(StaffSchemes.Step, Principal(member, StaffSchemes.Step));

    /// <summary>Both were right.</summary>
    public async Task BeginAsync(HttpContext context, StaffMember member)
    {
        await context.SignInAsync(StaffSchemes.Session, Principal(member, StaffSchemes.Session));
        await context.SignOutAsync(StaffSchemes.Step);
    }

    public static async Task EndAsync(HttpContext context)
    {
        await context.SignOutAsync(StaffSchemes.Session);
        await context.SignOutAsync(StaffSchemes.Step);
    }

    /// <summary>Whose cookie of this scheme the request carries; null when there is none that counts.</summary>
    public static async Task<StaffMember?> ReadAsync(HttpContext context, string scheme) =>
        (await context.AuthenticateAsync(scheme)).Succeeded ? StaffCookieEvents.MemberOf(context, scheme) : null;

    private ClaimsPrincipal Principal(StaffMember member, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(StaffSchemes.IdClaim, member.Id.ToString("D")),
            new Claim(StaffSchemes.StampClaim, member.SecurityStamp),
            new Claim(StaffSchemes.SinceClaim, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        scheme));
}
