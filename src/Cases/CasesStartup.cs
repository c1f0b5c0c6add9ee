using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Cases.Retention;
using Outreach.Cases.Vault;

namespace Outreach.Cases;

/// <summary>Before the first request: erasures that were begun are finished, and there is a key to seal to.</summary>
internal sealed class CasesStartup(EpochMaker? epochs, Erasing? erasing, ILogger<CasesStartup> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (erasing is not null && await erasing.CompleteAsync(cancellationToken) is > 0 and var erased)
        {
            CasesLog.ErasedAgain(log, erased);
        }

        if (epochs is not null)
        {
            await epochs.EnsureAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
