using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outreach.Channels;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Keys;

namespace Outreach.Scheduler.Delivery;

/// <summary>Sends broadcasts on each channel whose lease is held here. Nothing to do where storage is in memory.</summary>
internal sealed class DeliveryRunner(
    IServiceProvider services, IEnumerable<IBroadcastSender> senders, IEnumerable<LeaseKeeper> keepers, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<DeliveryRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (keepers.FirstOrDefault() is not { IsNeeded: true } leases)
        {
            return; // no channel that needs one, or storage in memory
        }

        var tools = new DeliveryTools(
            services.GetRequiredService<DeliveryStore>(), services.GetRequiredService<BroadcastControl>(), services.GetRequiredService<RunningBroadcasts>(),
            services.GetRequiredService<KeyRing>(), leases, services.GetRequiredService<SenderState>(), services.GetRequiredService<SenderBell>());
        await Task.WhenAll(senders.Select(sender => Task.Run(() => SendOnAsync(sender, tools, stoppingToken), CancellationToken.None)));
    }

    private async Task SendOnAsync(IBroadcastSender sender, DeliveryTools tools, CancellationToken stopping)
    {
        var takenOver = 0L;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var fence = await tools.Leases.WhenHeldAsync(sender.Channel, stopping);
                if (fence != takenOver)
                {
                    DeliveryLog.TakenOver(log, sender.Channel, await tools.Store.TakeOverAsync(sender.Channel, fence, stopping));
                    takenOver = fence;
                }

                await tools.Store.ReleaseAsync(sender.Channel, fence, stopping);
                await RunAsync(sender, fence, tools, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                // The edge of a background service: it goes on when the database answers.
                DeliveryLog.StandsStill(log, sender.Channel, fault.GetType().Name);
                await Task.Delay(AfterFault, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(IBroadcastSender sender, long fence, DeliveryTools tools, CancellationToken stopping)
    {
        using var session = new DeliverySession(sender, fence, options.Value.Concurrency, tools, time, log, stopping);
        tools.State.Begin();
        try
        {
            await session.RunAsync();
        }
        finally
        {
            tools.State.End();
        }

        if (stopping.IsCancellationRequested)
        {
            using var patience = new CancellationTokenSource(AfterFault, time);
            await tools.Store.ReleaseAsync(sender.Channel, fence, patience.Token);
        }
    }
}
