using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Staff;

namespace Outreach.Bot.Host;

internal static class StaffPages
{
    /// <summary>All Razor pages, each on its own listener: those of the staff area on the console's, the others on the public one.</summary>
    public static void MapPagesByListener(this IEndpointRouteBuilder routes) => routes.MapRazorPages().Add(endpoint =>
    {
        var page = endpoint.Metadata.OfType<PageActionDescriptor>().Single();
        endpoint.Metadata.Add(page.AreaName == StaffConsole.Area ? ListenerMark.Console : ListenerMark.Public);
    });
}
