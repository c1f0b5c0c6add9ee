using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace Outreach.Scheduler.Jobs;

/// <summary>
/// Quartz: one one-shot trigger for each planned broadcast, and a bell each minute for what was missed. Its tables are its own and hold
/// ids and times alone; any number of nodes share them, and of each bell one node hears.
/// </summary>
internal sealed class QuartzBells(PlannerBell bell, ILoggerFactory loggers) : IAsyncDisposable
{
    /// <summary>The scheduler's name in Quartz's tables, and the group of its triggers.</summary>
    public const string Name = "broadcasts";

    private static readonly JobKey Job = new("bell", Name);
    private static readonly TimeSpan Missed = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Guid, DateTimeOffset> _set = [];
    private IScheduler? _scheduler;

    /// <param name="connectionString">Null = in memory: bells that are lost with the process.</param>
    public async Task StartAsync(string? connectionString, CancellationToken cancellationToken)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz => Configure(quartz, connectionString)).BuildScheduler(cancellationToken);
        try
        {
            await scheduler.AddJob(JobBuilder.Create<BellJob>().WithIdentity(Job).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
            var minute = TriggerBuilder.Create().WithIdentity("minute", "bell").ForJob(Job).StartNow()
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(Missed).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
                .Build();
            await scheduler.ScheduleTrigger(minute, TriggerConflict.Replace, cancellationToken);
            foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Name), cancellationToken))
            {
                // Of an earlier life, or of a backup: what is still planned is set again.
                _set[Guid.ParseExact(key.Name, "N")] = default;
            }

            await scheduler.Start(cancellationToken);
            _scheduler = scheduler;
        }
        catch
        {
            await scheduler.Shutdown(false, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Sets a bell for each date, and takes away those of dates that are no longer planned.</summary>
    public async Task ArrangeAsync(IReadOnlyList<PlannedDate> planned, CancellationToken cancellationToken)
    {
        if (_scheduler is not { } scheduler)
        {
            return;
        }

        foreach (var date in planned.Where(date => _set.GetValueOrDefault(date.BroadcastId) != date.At))
        {
            var id = date.BroadcastId.ToString("N", CultureInfo.InvariantCulture);
            var trigger = TriggerBuilder.Create().WithIdentity(id, Name).ForJob(Job).UsingJobData("broadcast", id).StartAt(date.At)
                .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
                .Build();
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
            _set[date.BroadcastId] = date.At;
        }

        foreach (var gone in _set.Keys.Except(planned.Select(date => date.BroadcastId)).ToList())
        {
            await scheduler.UnscheduleJob(new TriggerKey(gone.ToString("N", CultureInfo.InvariantCulture), Name), cancellationToken);
            _set.Remove(gone);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_scheduler is { } scheduler)
        {
            _scheduler = null;
            _set.Clear();
            await scheduler.Shutdown(true, CancellationToken.None);
        }
    }

    private void Configure(IQuartzBuilder quartz, string? connectionString)
    {
        quartz.Services.AddSingleton(bell);
        quartz.Services.AddSingleton(loggers);
        quartz.Services.AddSingleton<ILoggerProvider>(NullLoggerProvider.Instance); // else Quartz would put a factory of its own before ours
        quartz.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        quartz.UseDefaultThreadPool(1);
        if (connectionString is null)
        {
            quartz.ConfigureScheduler(options => options.InstanceName = Name);
            quartz.UseInMemoryStore();
            return;
        }

        quartz.ConfigureScheduler(options => (options.InstanceName, options.GenerateInstanceId) = (Name, true));
        quartz.UsePersistentStore(store =>
        {
            // A pool of its own, and a small one.
            store.UsePostgres(connectionString + ";Maximum Pool Size=4");
            store.ProvisionSchema();
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)));
            store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
        });
    }
}
