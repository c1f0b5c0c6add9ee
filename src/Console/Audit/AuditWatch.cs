using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Audit;

/// <summary>Walks along the audit at start, every hour, and once more when the service stops: what is cut off while it is down is missed at the next start.</summary>
internal sealed partial class AuditWatch(AuditTrail trail, AuditHealth health, TimeProvider time, ILogger<AuditWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await LookAsync(cancellationToken);
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            health.Set(await trail.VerifyAsync(cancellationToken));
            switch (health.Last)
            {
                case AuditCheck.Broken { Number: { } number }:
                    ChainBroken(log, number);
                    break;
                case AuditCheck.Broken:
                    WaitingBroken(log);
                    break;
            }
        }
        catch (StoreUnavailableException)
        {
            CouldNotLook(log); // the next hour will tell
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit's chain is broken at line {Number}: somebody changed the database past the service.")]
    private static partial void ChainBroken(ILogger logger, long number);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A line of the audit's first day was changed or taken out: somebody changed the database past the service.")]
    private static partial void WaitingBroken(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit's chain could not be checked: the database is away.")]
    private static partial void CouldNotLook(ILogger logger);
}
