using Microsoft.Extensions.Logging;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Quartz;

namespace Outreach.Scheduler.Retention;

[DisallowConcurrentExecution]
internal sealed class DeliveryKeepingJob(DeliveryKeeping keeping, CampaignRetention rules, StorageStartup storage, ILogger<DeliveryKeepingJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (storage.KeepsNothing)
        {
            return;
        }

        try
        {
            var (broadcasts, rows) = await keeping.RunAsync(rules.Deliveries.Days!.Value, rules.LastSent.Days!.Value, cancellationToken);
            if (broadcasts > 0 || rows > 0)
            {
                RetentionLog.Kept(log, broadcasts, rows);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The edge of a job: the next hour goes on where this one stopped.
            RetentionLog.Failed(log, fault.GetType().Name);
        }
    }
}
