using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Scheduler.Delivery;
using Outreach.Storage.Keys;

namespace Outreach.Scheduler;

public static class LeaseServices
{
    /// <summary>
    /// What one node at a time does on Telegram: a sender sends, a public node asks for updates. Before everything that sends: at a stop
    /// the leases are given back when nothing is on its way any more.
    /// </summary>
    public static IServiceCollection AddLeases(this IServiceCollection services, IConfiguration configuration, NodeRoles roles)
    {
        const string Telegram = "telegram";
        if (string.IsNullOrEmpty(configuration["Telegram:Token"]))
        {
            return services;
        }

        if (roles.HasFlag(NodeRoles.Sender))
        {
            services.AddSingleton(new KeptLease(Telegram));
        }

        if (roles.HasFlag(NodeRoles.Public))
        {
            services.AddSingleton(new KeptLease(KeptLease.ForUpdatesOf(Telegram)));
        }

        services.AddSingleton<LeaseKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<LeaseKeeper>());
        return services;
    }
}
