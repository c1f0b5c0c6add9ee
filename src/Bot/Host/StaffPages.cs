using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Bot.Metrics;
using Outreach.Staff;
using Outreach.Storage.Keys;

namespace Outreach.Bot.Host;

internal static class StaffPages
{
    private const string ChatPage = "/Index";

    /// <summary>All Razor pages, each on its own listener: those of the staff area on the console's, the others on the public one.</summary>
    /// <param name="roles">Pages of a role that this node does not have belong to no listener.</param>
    /// <param name="chat">Whether the chat page is on.</param>
    public static void MapPagesByListener(this IEndpointRouteBuilder routes, NodeRoles roles, bool chat) => routes.MapRazorPages().Add(endpoint =>
    {
        var page = endpoint.Metadata.OfType<PageActionDescriptor>().Single();
        var (mark, role) = page.AreaName == StaffConsole.Area ? (ListenerMark.Console, NodeRoles.Console) : (ListenerMark.Public, NodeRoles.Public);
        var isOn = roles.HasFlag(role) && (chat || page is not { AreaName: null, ViewEnginePath: ChatPage });
        endpoint.Metadata.Add(isOn ? mark : ListenerMark.Nowhere);
    });

    /// <summary>What of the console's listener is no page.</summary>
    public static void MapConsole(this IEndpointRouteBuilder routes, NodeRoles roles)
    {
        if (roles.HasFlag(NodeRoles.Console))
        {
            routes.MapGroup("").WithMetadata(ListenerMark.Console).MapStaffConsole();
        }

        routes.MapMetrics();
    }

    /// <summary>Behind the console's listener, and there alone, nobody passes who may not.</summary>
    public static void UseConsoleGate(this WebApplication app, NodeRoles roles)
    {
        if (!roles.HasFlag(NodeRoles.Console))
        {
            return;
        }

        app.UseWhen(context => ListenerMark.Of(context) == ListenerKind.Console, console =>
        {
            if (ConsoleProxy.Read(app.Configuration) is { } proxy)
            {
                console.UseConsoleProxy(proxy);
            }

            console.UseStaffConsole();
        });
    }
}
