using Microsoft.Extensions.DependencyInjection;

namespace Outreach.Scheduler.Delivery;

internal static class DeliveryServices
{
    /// <summary>The sender's role. The order counts: at a stop the runner ends before the lease is given back.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        return services;
    }
}
