using Microsoft.Extensions.DependencyInjection;
using Outreach.Storage;
using Quartz;

namespace Outreach.Scheduler.Retention;

/// <summary>When deliveries are looked at whose time is over. Quartz only rings the bell; it keeps its times in memory, under a name of its own.</summary>
internal static class RetentionServices
{
    private const string Scheduler = "campaigns";
    private const string Name = "delivery-keeping";

    /// <summary>Each hour, so that a machine that is off at night catches up.</summary>
    private const string Hourly = "0 43 * * * ?";

    public static IServiceCollection AddDeliveryKeeping(this IServiceCollection services)
    {
        services.AddQuartz(Scheduler, quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.ScheduleJob<DeliveryKeepingJob>(
                (provider, trigger) => trigger.WithIdentity(Name).WithCronSchedule(Hourly, at => at.InTimeZone(provider.GetRequiredService<LocalDay>().Zone)),
                (_, job) => job.WithIdentity(Name));
        });
        services.AddQuartzHostedService(Scheduler, quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }
}
