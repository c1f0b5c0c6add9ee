using System.Threading.Channels;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>What is reserved in the database and waits in our hands for a worker, a little more than the workers can begin at once.</summary>
internal sealed class DeliveryQueue(int concurrency, TimeProvider time)
{
    private readonly Channel<(ReservedDelivery Delivery, long Since)> _ready = Channel.CreateUnbounded<(ReservedDelivery, long)>();
    private readonly Signal _hunger = new();
    private int _inHand;
    private int _told;

    /// <summary>How many may wait here.</summary>
    public int Room { get; } = Math.Clamp(concurrency * 4, 32, 1000);

    /// <summary>In no worker's hands yet.</summary>
    public int Ready => _ready.Reader.Count;

    /// <summary>Nothing that was reserved is in anybody's hands: only then may it be given back, lest it be reserved again and sent twice.</summary>
    public bool IsEmpty => Volatile.Read(ref _inHand) == 0;

    public void Add(IReadOnlyList<ReservedDelivery> reserved)
    {
        var now = time.GetTimestamp();
        Interlocked.Add(ref _inHand, reserved.Count);
        foreach (var delivery in reserved)
        {
            _ready.Writer.TryWrite((delivery, now));
        }
    }

    /// <returns>False when nothing is ready.</returns>
    public bool TryTake(out (ReservedDelivery Delivery, long Since) next)
    {
        var taken = _ready.Reader.TryRead(out next);
        if (taken && Ready <= Room / 2)
        {
            Tell();
        }

        return taken;
    }

    /// <summary>Waits for one. Whoever waits has written down what they know: it is time to look whether all is done.</summary>
    public ValueTask<(ReservedDelivery Delivery, long Since)> TakeAsync(CancellationToken cancellationToken)
    {
        Tell();
        return _ready.Reader.ReadAsync(cancellationToken);
    }

    /// <summary>A worker is done with what it took.</summary>
    public void Finish() => Interlocked.Decrement(ref _inHand);

    /// <summary>
    /// Done once half of the room is free, or a worker waits. Ask first and then look at <see cref="Ready"/>: a fall after asking is always told, also when
    /// workers took while more was being added.
    /// </summary>
    public Task WhenHungry()
    {
        var next = _hunger.Next;
        Volatile.Write(ref _told, 0);
        return next;
    }

    private void Tell()
    {
        if (Interlocked.Exchange(ref _told, 1) == 0)
        {
            _hunger.Raise();
        }
    }
}
