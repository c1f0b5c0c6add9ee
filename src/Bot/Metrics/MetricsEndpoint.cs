using Outreach.Bot.Host;
using Outreach.Staff.Access;

namespace Outreach.Bot.Metrics;

/// <summary><c>/metrics</c> on the console's listener of every node, and for this machine alone: a collector has no account to sign in with.</summary>
internal static class MetricsEndpoint
{
    public static IServiceCollection AddMetricsReport(this IServiceCollection services) => services.AddSingleton<MetricsReport>();

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/metrics",
        async (HttpContext context, MetricsReport report) => ThisMachine.Asks(context)
            ? Results.Text(await report.WriteAsync(context.RequestAborted), MetricsText.ContentType)
            : Results.NotFound()).WithMetadata(ListenerMark.Console);
}
