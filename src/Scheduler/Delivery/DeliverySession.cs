using Microsoft.Extensions.Logging;
using Outreach.Channels;

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

    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _abandoned;
    private readonly CancellationTokenRegistration _atStop;
    private readonly int _concurrency;
    private readonly TimeProvider _time;

    public DeliverySession(IBroadcastSender sender, long fence, int concurrency, DeliveryTools tools, TimeProvider time, ILogger log, CancellationToken stopping)
    {
        (Sender, Fence, _concurrency, Tools, _time, Log) = (sender, fence, concurrency, tools, time, log);
        Rest = new ChannelRest(time);
        Queue = new DeliveryQueue(concurrency, time);
        _over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _abandoned = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _atStop = stopping.Register(() => _abandoned.CancelAfter(PatienceAtStop));
    }

    public IBroadcastSender Sender { get; }
    public long Fence { get; }
    public DeliveryTools Tools { get; }
    public ILogger Log { get; }
    public ChannelRest Rest { get; }
    public DeliveryQueue Queue { get; }
    public TimeProvider Time => _time;

    /// <summary>When deliveries may be tried again.</summary>
    public RetryTimes Retries { get; } = new();

    /// <summary>Nothing more is begun.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>No more waiting for calls on their way, nor for the database.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Whether a call may be made at this moment.</summary>
    public bool MayCall() => !_over.IsCancellationRequested && Tools.Leases.FenceOf(Sender.Channel) == Fence;

    public void End() => _over.Cancel();

    public async Task RunAsync()
    {
        var feeder = new DeliveryFeeder(this).RunAsync();
        var workers = Enumerable.Range(0, _concurrency).Select(_ => Task.Run(() => new DeliveryWorker(this).RunAsync())).ToList();
        await Task.WhenAll([feeder, .. workers]);
    }

    public bool IsFresh(long since) => _time.GetElapsedTime(since) < Freshness;

    public void Dispose()
    {
        _atStop.Dispose();
        Rest.Dispose();
        _over.Dispose();
        _abandoned.Dispose();
    }
}
