using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Outreach.Channels;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>
/// Sending on one channel, for as long as nothing is in the way: the lease is held and the database answers. When something is, it
/// ends: nothing more is begun, what is on its way is waited for, and every outcome is held until it is written down. Only then may
/// the next session begin, so that it knows as much as the database does.
/// </summary>
internal sealed class DeliverySession : IDisposable
{
    /// <summary>What was reserved longer ago is given back: its person's quiet hours may have begun since.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    /// <summary>How long a stop waits for calls on their way, and then for the database to take their outcomes.</summary>
    private static readonly TimeSpan PatienceAtStop = TimeSpan.FromSeconds(10);

    private readonly Channel<(ReservedDelivery Delivery, long Since)> _ready = System.Threading.Channels.Channel.CreateUnbounded<(ReservedDelivery, long)>();
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _abandoned;
    private readonly CancellationTokenRegistration _atStop;
    private readonly int _concurrency;
    private readonly TimeProvider _time;
    private int _inHand;
    private int _hungry;

    public DeliverySession(IBroadcastSender sender, long fence, int concurrency, DeliveryTools tools, TimeProvider time, ILogger log, CancellationToken stopping)
    {
        (Sender, Fence, _concurrency, Tools, _time, Log) = (sender, fence, concurrency, tools, time, log);
        Rest = new ChannelRest(time);
        _over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _abandoned = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _atStop = stopping.Register(() => _abandoned.CancelAfter(PatienceAtStop));
    }

    public IBroadcastSender Sender { get; }
    public long Fence { get; }
    public DeliveryTools Tools { get; }
    public ILogger Log { get; }
    public ChannelRest Rest { get; }
    public TimeProvider Time => _time;

    /// <summary>Little is left in our hands.</summary>
    public Signal Hunger { get; } = new();

    /// <summary>When deliveries may be tried again.</summary>
    public RetryTimes Retries { get; } = new();

    /// <summary>Nothing more is begun.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>No more waiting for calls on their way, nor for the database.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>How many may wait in our hands.</summary>
    public int Room => Math.Clamp(_concurrency * 4, 32, 1000);

    /// <summary>Reserved, and in no worker's hands yet.</summary>
    public int Ready => _ready.Reader.Count;

    /// <summary>Nothing that was reserved is in anybody's hands: only then may it be given back, lest it be reserved again and sent twice.</summary>
    public bool IsEmpty => Volatile.Read(ref _inHand) == 0;

    /// <summary>Whether a call may be made at this moment.</summary>
    public bool MayCall() => !_over.IsCancellationRequested && Tools.Leases.FenceOf(Sender.Channel) == Fence;

    public void End() => _over.Cancel();

    public async Task RunAsync()
    {
        var feeder = new DeliveryFeeder(this).RunAsync();
        var workers = Enumerable.Range(0, _concurrency).Select(_ => Task.Run(() => new DeliveryWorker(this).RunAsync())).ToList();
        await Task.WhenAll([feeder, .. workers]);
    }

    public void Add(IReadOnlyList<ReservedDelivery> reserved)
    {
        var now = _time.GetTimestamp();
        Interlocked.Add(ref _inHand, reserved.Count);
        Volatile.Write(ref _hungry, 0);
        foreach (var delivery in reserved)
        {
            _ready.Writer.TryWrite((delivery, now));
        }
    }

    public bool TryTake(out (ReservedDelivery Delivery, long Since) next)
    {
        var taken = _ready.Reader.TryRead(out next);
        if (taken && Ready <= Room / 2 && Interlocked.Exchange(ref _hungry, 1) == 0)
        {
            Hunger.Raise();
        }

        return taken;
    }

    public ValueTask<(ReservedDelivery Delivery, long Since)> TakeAsync() => _ready.Reader.ReadAsync(Over);

    public bool IsFresh(long since) => _time.GetElapsedTime(since) < Freshness;

    /// <summary>A worker is done with what it took.</summary>
    public void Finish() => Interlocked.Decrement(ref _inHand);

    public void Dispose()
    {
        _atStop.Dispose();
        Rest.Dispose();
        _over.Dispose();
        _abandoned.Dispose();
    }
}
