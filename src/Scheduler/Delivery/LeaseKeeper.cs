using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Channels;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>Takes and renews this node's leases, and knows by a clock that nobody can set whether they are still ours.</summary>
public sealed class LeaseKeeper(
    IServiceProvider services, StorageStartup storage, IEnumerable<KeptLease> leases, IEnumerable<IBroadcastSender> senders, TimeProvider time, ILogger<LeaseKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WhileOthers = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMilliseconds(500);

    /// <summary>Given up so long before the database would: what was called before that is answered or written down by then.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>Shorter ones are over before another node has taken the lease.</summary>
    private static readonly TimeSpan ShortSilence = TimeSpan.FromSeconds(2);

    private readonly FrozenDictionary<string, Slot> _slots = leases.Select(lease => lease.Name).Distinct().ToFrozenDictionary(name => name, _ => new Slot(), StringComparer.Ordinal);
    private readonly Signal _taken = new();

    /// <summary>Whether there are leases at all: storage in memory has one node.</summary>
    public bool IsNeeded => !storage.KeepsNothing;

    /// <summary>Whether it is ours at this moment.</summary>
    public bool IsHeld(string name) => FenceOf(name) is not null;

    /// <summary>The fence of a lease that is ours at this moment; null when it is not.</summary>
    public long? FenceOf(string name) =>
        _slots.TryGetValue(name, out var slot) && slot.Holding is { } holding && time.GetElapsedTime(holding.Since) < SenderLeases.Lasts - Margin ? holding.Fence : null;

    /// <summary>Waits until it is ours.</summary>
    /// <returns>Its fence.</returns>
    public async Task<long> WhenHeldAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            var taken = _taken.Next;
            if (FenceOf(name) is { } fence)
            {
                return fence;
            }

            await taken.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Writes down at once that a channel asked for silence, so that the node after us keeps it too. Only what is longer than was written before.</summary>
    /// <exception cref="StoreUnavailableException">The database is away: the next renewal writes it.</exception>
    internal async Task WriteSilenceAsync(string name, CancellationToken cancellationToken)
    {
        if (SilenceOf(name) is var silence && silence > TimeSpan.Zero && _slots.TryGetValue(name, out var slot) && slot.TryNoteSilence(time.GetUtcNow() + silence))
        {
            await services.GetRequiredService<SenderLeases>().KeepSilentAsync(name, silence, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsNeeded || _slots.Count == 0)
        {
            return;
        }

        var store = services.GetRequiredService<SenderLeases>();
        try
        {
            while (true)
            {
                var answered = await RenewAsync(store, stoppingToken);
                await Task.Delay(!answered ? AfterFault : _slots.Values.All(slot => slot.Holding is not null) ? Period : WhileOthers, time, stoppingToken);
            }
        }
        finally
        {
            await LeaveAsync(store);
        }
    }

    /// <returns>False when the database is away.</returns>
    private async Task<bool> RenewAsync(SenderLeases store, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (name, slot) in _slots)
            {
                // From before the call: the database counts from a moment that is no earlier.
                var asked = time.GetTimestamp();
                var taken = await store.TryTakeAsync(name, SilenceOf(name), cancellationToken);
                if (taken?.Fence != slot.Holding?.Fence)
                {
                    DeliveryLog.Lease(log, name, taken is null ? "another node's" : "ours");
                    KeepSilent(name, taken?.Silence ?? TimeSpan.Zero);
                }

                slot.Holding = taken is { } ours ? new Holding(ours.Fence, asked) : null;
            }

            _taken.Raise();
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The edge: what is ours runs out by itself.
            DeliveryLog.NotRenewed(log, fault.GetType().Name);
            return false;
        }
    }

    /// <summary>How long the channel of a lease asked this node to be silent, where that is worth writing down.</summary>
    private TimeSpan SilenceOf(string name) =>
        senders.FirstOrDefault(sender => sender.Channel == name)?.StoppedUntil is { } until && until - time.GetUtcNow() is var silence && silence > ShortSilence ? silence : TimeSpan.Zero;

    /// <summary>What the channel told the sender before us, or us before a restart. Before anybody here knows that the lease is ours.</summary>
    private void KeepSilent(string name, TimeSpan silence)
    {
        if (silence > TimeSpan.Zero && senders.FirstOrDefault(sender => sender.Channel == name) is { } sender)
        {
            sender.KeepSilent(silence);
            DeliveryLog.SilenceKept(log, name, silence.TotalSeconds);
        }
    }

    private async Task LeaveAsync(SenderLeases store)
    {
        foreach (var (name, slot) in _slots)
        {
            if (slot.Holding is null)
            {
                continue;
            }

            slot.Holding = null;
            try
            {
                using var patience = new CancellationTokenSource(Period, time);
                await store.LeaveAsync(name, patience.Token);
            }
            catch (Exception fault)
            {
                // Stopping: it runs out by itself.
                DeliveryLog.NotRenewed(log, fault.GetType().Name);
            }
        }
    }

    private sealed record Holding(long Fence, long Since);

    private sealed class Slot
    {
        private static readonly TimeSpan Same = TimeSpan.FromSeconds(1);

        private readonly Lock _lock = new();
        private volatile Holding? _holding;
        private DateTimeOffset _silentUntil;

        public Holding? Holding
        {
            get => _holding;
            set => _holding = value;
        }

        /// <returns>False where as much is written down already: of many workers that hear the same, one writes.</returns>
        public bool TryNoteSilence(DateTimeOffset until)
        {
            lock (_lock)
            {
                if (until <= _silentUntil + Same)
                {
                    return false;
                }

                _silentUntil = until;
                return true;
            }
        }
    }
}
