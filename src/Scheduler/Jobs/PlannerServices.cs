using Microsoft.Extensions.DependencyInjection;

namespace Outreach.Scheduler.Jobs;

internal static class PlannerServices
{
    /// <summary>For nodes that send. Where nothing is kept it does nothing.</summary>
    public static IServiceCollection AddPlanner(this IServiceCollection services)
    {
        services.AddSingleton<PlannerBell>();
        services.AddSingleton<QuartzBells>();
        services.AddSingleton<BroadcastPlanner>();
        services.AddHostedService<PlannerLoop>();
        return services;
    }
}
