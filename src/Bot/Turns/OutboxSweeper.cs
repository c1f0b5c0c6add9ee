using System.Security.Cryptography;
using System.Text.Json;
using Outreach.Bot.Host;
using Outreach.Channels;
using Outreach.Storage;
using Outreach.Storage.Keys;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Sends what was stored and never marked as sent: at the start what a crash left, and then whatever was missed.</summary>
internal sealed class OutboxSweeper(
    ITurnStore store, KeyRing keys, ReplyDispatcher dispatcher, ReplyRights rights, StorageStartup storage, TimeProvider time, ILogger<OutboxSweeper> log)
    : BackgroundService
{
    private const int Batch = 500;

    /// <summary>What is younger is being sent: by us, or by another process of the service.</summary>
    private static readonly TimeSpan MinimumAge = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Where other nodes leave replies for us to send: while they do, and else.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>Clocks of nodes may differ, and what is not in our hands is ours to send whatever its age.</summary>
    private static readonly TimeSpan AnyAge = TimeSpan.FromDays(1);

    /// <summary>What was queued before is not ours: a process that is gone left it.</summary>
    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <returns>How many were taken up.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var inHand = dispatcher.BeginSweep();
        try
        {
            var now = time.GetUtcNow();
            var oldEnough = now - MinimumAge > _started ? now - MinimumAge : _started;
            var leased = rights.IsLeased(ConfiguredChannels.Telegram) && dispatcher.MaySend(ConfiguredChannels.Telegram);
            var pending = await store.LoadPendingAsync(Batch, leased ? now + AnyAge : oldEnough, inHand, cancellationToken);
            var taken = 0;
            foreach (var reply in pending.Where(reply => dispatcher.MaySend(reply.Channel) && (rights.IsLeased(reply.Channel) || reply.QueuedAt <= oldEnough)))
            {
                taken += await TakeUpAsync(reply, cancellationToken) ? 1 : 0;
            }

            if (taken > 0)
            {
                TurnLog.Resending(log, taken);
            }

            return taken;
        }
        finally
        {
            dispatcher.EndSweep();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(rights.IsLeased(ConfiguredChannels.Telegram) ? Soonest : Period, time);
        var (last, found, wasOurs) = (0L, 0L, false);
        do
        {
            var isOurs = dispatcher.MaySend(ConfiguredChannels.Telegram);
            if (last != 0 && isOurs == wasOurs && time.GetElapsedTime(last) < Pause(isOurs, found))
            {
                continue;
            }

            wasOurs = isOurs;
            last = time.GetTimestamp();
            try
            {
                found = await SweepAsync(stoppingToken) > 0 ? last : found;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The edge of a background service: it goes on at the next tick.
                TurnLog.SweepFault(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private TimeSpan Pause(bool isOurs, long found)
    {
        if (!isOurs || !rights.IsLeased(ConfiguredChannels.Telegram) || storage.Provider != StorageProvider.Postgres)
        {
            return Period; // nobody leaves us anything
        }

        return !rights.HearsPeople || (found != 0 && time.GetElapsedTime(found) < Period) ? Soonest : Soon;
    }

    private async Task<bool> TakeUpAsync(PendingReply reply, CancellationToken cancellationToken)
    {
        if (Open(reply) is { } held)
        {
            return dispatcher.TakeUp(held);
        }

        await store.CompleteAsync(reply.Id, ReplyOutcome.Failed, cancellationToken);
        return false;
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
