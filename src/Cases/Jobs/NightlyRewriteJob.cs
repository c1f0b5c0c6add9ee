using Microsoft.Extensions.Logging;
using Outreach.Cases.Retention;
using Quartz;

namespace Outreach.Cases.Jobs;

[DisallowConcurrentExecution]
internal sealed class NightlyRewriteJob(NightlyRewrite rewrite, JobTimes times, ILogger<NightlyRewriteJob> log) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        CaseJobs.RunAsync(rewrite.RunAsync, nameof(NightlyRewrite), times, log, cancellationToken);
}
