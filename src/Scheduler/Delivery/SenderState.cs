using System.Collections.Concurrent;
using Outreach.Channels;

namespace Outreach.Scheduler.Delivery;

/// <summary>What this process can say of its sending, for pages. Counts are in the database; on a node that does not send there is nothing here.</summary>
public sealed class SenderState(IEnumerable<IBroadcastSender> senders, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, BroadcastMeter> _meters = new();
    private readonly IBroadcastSender[] _senders = [.. senders];
    private int _sessions;

    /// <summary>Whether this process holds a channel and sends on it.</summary>
    public bool Sends => Volatile.Read(ref _sessions) > 0;

    /// <summary>Until when a channel asked to hear nothing; null when none did.</summary>
    public DateTimeOffset? WaitsUntil => _senders.Max(sender => sender.StoppedUntil);

    /// <summary>Null when this process sends nothing of it.</summary>
    public BroadcastProgress? Of(Guid broadcastId) => _meters.TryGetValue(broadcastId, out var meter) ? meter.Read() : null;

    internal BroadcastMeter Meter(Guid broadcastId) => _meters.GetOrAdd(broadcastId, static (id, time) => new BroadcastMeter(id, time), time);

    internal void Forget(Guid broadcastId) => _meters.TryRemove(broadcastId, out _);

    internal void Begin() => Interlocked.Increment(ref _sessions);

    internal void End() => Interlocked.Decrement(ref _sessions);
}
