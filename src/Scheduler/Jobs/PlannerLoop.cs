using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Storage;

namespace Outreach.Scheduler.Jobs;

/// <summary>Looks for what is due when the bell rings, and each second: what a verb starts beside us then begins at once.</summary>
internal sealed class PlannerLoop(IServiceProvider services, StorageStartup storage, PlannerBell bell, QuartzBells quartz, TimeProvider time, ILogger<PlannerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookFurther = TimeSpan.FromMinutes(1);

    private DateTimeOffset _further = DateTimeOffset.MinValue;
    private DateTimeOffset _quartzTried = DateTimeOffset.MinValue;
    private bool _quartzRuns;
    private string? _fault;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (storage.KeepsNothing)
        {
            return;
        }

        var planner = services.GetRequiredService<BroadcastPlanner>();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var planned = await LookAsync(planner, stoppingToken);
                await SetBellsAsync(planned, stoppingToken);
                await bell.WaitAsync(Look, stoppingToken);
            }
        }
        finally
        {
            await quartz.DisposeAsync();
        }
    }

    /// <returns>Null when it could not be looked at.</returns>
    private async Task<IReadOnlyList<PlannedDate>?> LookAsync(BroadcastPlanner planner, CancellationToken cancellationToken)
    {
        try
        {
            var planned = await planner.BeginDueAsync(cancellationToken);
            if (IsTime(_further))
            {
                await planner.PlanNextAsync(cancellationToken);
                _further = time.GetUtcNow();
            }

            _fault = null;
            return planned;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // The edge of the loop: told by its kind alone, and once: the database may be away for a minute.
            var kind = fault is DbException { SqlState: { } state } ? $"{fault.GetType().Name} {state}" : fault.GetType().Name;
            if (_fault != kind)
            {
                _fault = kind;
                PlannerLog.Failed(log, _fault);
            }

            return null;
        }
    }

    private async Task SetBellsAsync(IReadOnlyList<PlannedDate>? planned, CancellationToken cancellationToken)
    {
        if (planned is null || (!_quartzRuns && !IsTime(_quartzTried)))
        {
            return;
        }

        try
        {
            if (!_quartzRuns)
            {
                _quartzTried = time.GetUtcNow();
                await quartz.StartAsync(storage.Source.ConnectionString, cancellationToken);
                _quartzRuns = true;
            }

            await quartz.ArrangeAsync(planned, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            if (_fault is null)
            {
                PlannerLog.NoQuartz(log, fault.GetType().Name);
            }
        }
    }

    /// <summary>A clock that was set back must not make it wait.</summary>
    private bool IsTime(DateTimeOffset last) => (time.GetUtcNow() - last).Duration() >= LookFurther;
}
