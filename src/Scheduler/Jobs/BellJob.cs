using Quartz;

namespace Outreach.Scheduler.Jobs;

/// <summary>All that Quartz does: it rings. What is due the planner finds itself.</summary>
[DisallowConcurrentExecution]
internal sealed class BellJob(PlannerBell bell) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        bell.Ring();
        return ValueTask.CompletedTask;
    }
}
