using Microsoft.Extensions.Logging;
using Outreach.Cases.Retention;
using Quartz;

namespace Outreach.Cases.Jobs;

[DisallowConcurrentExecution]
internal sealed class CaseKeepingJob(CaseKeeping keeping, JobTimes times, ILogger<CaseKeepingJob> log) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        CaseJobs.RunAsync(keeping.RunAsync, nameof(CaseKeeping), times, log, cancellationToken);
}
