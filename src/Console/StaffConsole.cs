using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Staff.Areas.Staff.Pages.Campaigns;
using Outreach.Staff.Audit;
using Outreach.Staff.Campaigns;
using Outreach.Staff.Cases;
using Outreach.Staff.Frame;

namespace Outreach.Staff;

/// <summary>The pages of staff: accounts, sessions, and who may do what.</summary>
public static class StaffConsole
{
    /// <summary>The Razor area all its pages are in: by it the host knows which listener they belong to.</summary>
    public const string Area = "Staff";

    /// <param name="organisation">Whose service it is.</param>
    /// <param name="channels">Names of the channels that are configured.</param>
    public static IServiceCollection AddStaffConsole(this IServiceCollection services, string organisation, IReadOnlyList<string> channels)
    {
        services.AddStaffAccounts(organisation, channels).AddStaffSignIn();
        services.AddInbox();
        services.AddCampaignPages();
        services.AddHttpContextAccessor();
        services.AddScoped<ConsoleText>();
        services.AddSingleton<ConsoleAssets>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<AuditHealth>();
        services.AddHostedService<AuditWatch>();
        services.AddTransient<StaffCookieEvents>();
        services.AddAuthentication(options => options.DefaultScheme = null)
            .AddCookie(StaffSchemes.Session, cookie => Configure(cookie, "outreach-staff", StaffSchemes.Idle, slides: true))
            .AddCookie(StaffSchemes.Step, cookie => Configure(cookie, "outreach-step", StaffSchemes.StepLimit, slides: false));
        services.Configure<AntiforgeryOptions>(forms =>
        {
            forms.Cookie.Name = "outreach-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true; // ours is stricter
        });
        services.Configure<CookieTempDataProviderOptions>(said =>
        {
            said.Cookie.Name = "outreach-said";
            said.Cookie.SameSite = SameSiteMode.Strict;
            said.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AddAreaPageRoute(Area, "/Cases/Show", CaseBooks.PracticeRoute);
            pages.Conventions.AddAreaPageRoute(Area, "/Campaigns/Edit", EditModel.NewRoute);
        }).AddApplicationPart(typeof(StaffConsole).Assembly);
        return services;
    }

    /// <summary>The gate in front of every endpoint of the console's listener; after routing.</summary>
    public static void UseStaffConsole(this IApplicationBuilder console) => console.UseMiddleware<StaffGate>();

    /// <summary>Endpoints of the console that are no pages. Each needs its row in <see cref="AccessTable"/>.</summary>
    public static void MapStaffConsole(this IEndpointRouteBuilder console) =>
        console.MapGet(EmbeddedAssets.Folder + "{file}", (string file, HttpContext context, ConsoleAssets assets) => assets.Serve(context, file));

    private static void Configure(CookieAuthenticationOptions cookie, string name, TimeSpan lasts, bool slides)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // plain http is allowed on this machine alone
        cookie.ExpireTimeSpan = lasts;
        cookie.SlidingExpiration = slides;
        cookie.EventsType = typeof(StaffCookieEvents);
    }
}
