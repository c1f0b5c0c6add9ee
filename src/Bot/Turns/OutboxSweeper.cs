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
    private const int Batch = 500;

    /// <summary>What is younger is being sent: by us, or by another process of the service.</summary>
    private static readonly TimeSpan MinimumAge = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>What was queued before is not ours: a process that is gone left it.</summary>
    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <returns>How many were taken up.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        // What we hold is asked before what is stored: the other way round a reply sent in between would be sent again.
        var inHand = dispatcher.Held();
        var oldEnough = time.GetUtcNow() - MinimumAge;
        var pending = await store.LoadPendingAsync(Batch, oldEnough > _started ? oldEnough : _started, inHand, cancellationToken);
        var taken = 0;
        foreach (var reply in pending)
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
            var address = new ChannelAddress(reply.Channel, keys.OpenAddress(PendingReply.Table, reply.Id, reply.Address));
            return new HeldReply(reply.Id, address, ReplyPlan.FromJson(reply.Plan), reply.QueuedAt);
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or NotSupportedException)
        {
            TurnLog.SweepFault(log, fault.GetType().Name);
            return null;
        }
    }
}
