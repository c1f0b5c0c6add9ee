using System.Security.Cryptography;
using System.Text.Json;
using Outreach.Channels;
using Outreach.Storage.Keys;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Sends what was stored and never marked as sent: at the start what a crash left, and then whatever was missed.</summary>
internal sealed class OutboxSweeper(
    ITurnStore store, KeyRing keys, ReplyDispatcher dispatcher, TimeProvider time, ILogger<OutboxSweeper> log) : BackgroundService
{
    /// <summary>Binds a sealed address to its row.</summary>
    public const string Table = "outbox";

    private const int Batch = 500;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <returns>How many were taken up.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var pending = await store.LoadPendingAsync(Batch, cancellationToken);
        var taken = 0;
        foreach (var reply in pending.Where(reply => !dispatcher.Holds(reply.Id)))
        {
            if (Open(reply) is { } held)
            {
                _ = dispatcher.Enqueue(held);
                taken++;
            }
            else
            {
                await store.CompleteAsync(reply.Id, ReplyOutcome.Failed, cancellationToken);
            }
        }

        if (taken > 0)
        {
            TurnLog.Resending(log, taken);
        }

        return taken;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The edge of a background service: it goes on with the next minute.
                TurnLog.SweepFault(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Null when it was sealed with a key that is gone, or written by a version that we cannot read.</summary>
    private HeldReply? Open(PendingReply reply)
    {
        try
        {
            var address = new ChannelAddress(reply.Channel, keys.OpenAddress(Table, reply.Id, reply.Address));
            return new HeldReply(reply.Id, address, ReplyPlan.FromJson(reply.Plan), time.GetUtcNow());
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or NotSupportedException)
        {
            TurnLog.SweepFault(log, fault.GetType().Name);
            return null;
        }
    }
}
