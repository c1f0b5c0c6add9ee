using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Storage;
using Outreach.Storage.Keys;
using Quartz;

namespace Outreach.Cases.Jobs;

/// <summary>When the housekeeping of cases runs. Quartz only rings the bell; it keeps its times in memory, under a name of its own.</summary>
internal static class CaseJobs
{
    private const string Scheduler = "cases";

    public static void AddCaseJobs(this IServiceCollection services, NodeRoles roles)
    {
        services.AddSingleton<JobTimes>();
        services.AddQuartz(Scheduler, quartz =>
        {
            quartz.UseInMemoryStore();
            if (roles.HasFlag(NodeRoles.Console))
            {
                Schedule<CaseKeepingJob>(quartz, "case-keeping", "0 17 * * * ?");
                Schedule<NightlyRewriteJob>(quartz, "case-rewrite", "0 0 3 * * ?");
            }

            if (roles.HasFlag(NodeRoles.Sender))
            {
                Schedule<LinkSweepJob>(quartz, "link-sweep", "30 * * * * ?");
            }
        });
        services.AddQuartzHostedService(Scheduler, quartz => quartz.WaitForJobsToComplete = true);
    }

    /// <summary>The edge of a job: a fault is told by its kind alone, and the next time tries again.</summary>
    public static async ValueTask RunAsync(Func<CancellationToken, Task> work, string name, JobTimes times, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            times.Note(name);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            CasesLog.JobFailed(log, name, fault.GetType().Name);
        }
    }

    private static void Schedule<T>(IQuartzBuilder quartz, string name, string cron)
        where T : IJob =>
        quartz.ScheduleJob<T>(
            (provider, trigger) => trigger.WithIdentity(name).WithCronSchedule(cron, at => at.InTimeZone(provider.GetRequiredService<LocalDay>().Zone)),
            (_, job) => job.WithIdentity(name));
}
