using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Access;

/// <summary>Holds a cookie against the database at each request: disabled, signed out everywhere, too old.</summary>
internal sealed class StaffCookieEvents(IDbContextFactory<OutreachDb> databases, TimeProvider time) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var isSession = context.Scheme.Name == StaffSchemes.Session;
        var member = await FindAsync(context.Principal, context.HttpContext.RequestAborted);
        if (member is null || (isSession && !(member.HasSecondFactor && IsYoungEnough(context.Principal))))
        {
            context.RejectPrincipal();
            return;
        }

        context.HttpContext.Features.Set(new Found(context.Scheme.Name, member));
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        if (context.Scheme.Name == StaffSchemes.Step || context.HttpContext.Request.Headers.ContainsKey(StaffSchemes.QuietHeader))
        {
            context.ShouldRenew = false;
        }

        return Task.CompletedTask;
    }

    /// <summary>The member that the last cookie read on this request belongs to.</summary>
    public static StaffMember? MemberOf(HttpContext context, string scheme) =>
        context.Features.Get<Found>() is { } found && found.Scheme == scheme ? found.Member : null;

    private async Task<StaffMember?> FindAsync(ClaimsPrincipal? principal, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(principal?.FindFirstValue(StaffSchemes.IdClaim), out var id))
        {
            return null;
        }

        var stamp = principal.FindFirstValue(StaffSchemes.StampClaim);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.SecurityStamp == stamp && !s.Disabled, cancellationToken);
    }

    private bool IsYoungEnough(ClaimsPrincipal? principal) =>
        long.TryParse(principal?.FindFirstValue(StaffSchemes.SinceClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(since) < StaffSchemes.Longest;

    private sealed record Found(string Scheme, StaffMember Member);
}
