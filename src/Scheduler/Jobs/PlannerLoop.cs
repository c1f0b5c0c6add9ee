using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Storage;

namespace Outreach.Scheduler.Jobs;

/// <summary>Looks for what is due when the bell rings, and each second: what a verb starts beside us then begins at once.</summary>
internal sealed class PlannerLoop(IServiceProvider services, StorageStartup storage, PlannerBell bell, TimeProvider time, ILogger<PlannerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookFurther = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (storage.KeepsNothing)
        {
            return;
        }

        var planner = services.GetRequiredService<BroadcastPlanner>();
        var further = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await planner.BeginDueAsync(stoppingToken);
                // A clock that was set back must not make it wait.
                if (time.GetUtcNow() is var now && (now - further).Duration() >= LookFurther)
                {
                    await planner.PlanNextAsync(stoppingToken);
                    further = now;
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The edge of the loop: told by its kind alone. The database may be away for a minute.
                PlannerLog.Failed(log, fault.GetType().Name);
            }

            await bell.WaitAsync(Look, stoppingToken);
        }
    }
}
