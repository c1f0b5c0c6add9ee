using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outreach.Channels;
using Outreach.Content.Store;

namespace Outreach.Scheduler.Delivery;

internal static class DeliveryServices
{
    /// <summary>What every role may ask for: how the sending of this process goes, and its bell.</summary>
    public static IServiceCollection AddDeliveryState(this IServiceCollection services)
    {
        services.AddSingleton<SenderState>();
        services.AddSingleton<SenderBell>();
        return services;
    }

    /// <summary>The sender's role. After the leases, which it needs.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<RunningBroadcasts>();
        services.AddHostedService<DeliveryRunner>();
        services.TryAddSingleton<ChannelFiles>(provider => provider.GetRequiredService<ContentStore>().FindMedia);
        return services;
    }
}
