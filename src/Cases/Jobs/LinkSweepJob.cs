using Microsoft.Extensions.Logging;
using Outreach.Cases.Delivery;
using Quartz;

namespace Outreach.Cases.Jobs;

[DisallowConcurrentExecution]
internal sealed class LinkSweepJob(LinkSweep sweep, JobTimes times, ILogger<LinkSweepJob> log) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        CaseJobs.RunAsync(sweep.RunAsync, nameof(LinkSweep), times, log, cancellationToken);
}
