using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;
using Outreach.Scheduler.Jobs;
using Outreach.Scheduler.Retention;
using Outreach.Storage.Keys;

namespace Outreach.Scheduler;

/// <summary>Puts campaigns and their sending into a host.</summary>
public static class SchedulerServices
{
    /// <summary>Registers what a node of these roles needs. After storage, content and the channels.</summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services, IConfiguration configuration, NodeRoles roles)
    {
        services.AddOptionsWithValidateOnStart<SchedulerOptions, SchedulerOptionsValidator>()
            .Configure(options => SchedulerSettings.Read(configuration.GetSection(SchedulerOptions.Section), options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddCampaigns(configuration);
        services.AddDeliveryState();
        return roles.HasFlag(NodeRoles.Sender) ? services.AddPlanner().AddDelivery().AddDeliveryKeeping() : services;
    }
}
