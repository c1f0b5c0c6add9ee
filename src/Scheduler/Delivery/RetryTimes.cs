namespace Outreach.Scheduler.Delivery;

/// <summary>When deliveries that are to be tried again come due, so that nobody looks for them before.</summary>
internal sealed class RetryTimes
{
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly PriorityQueue<DateTimeOffset, DateTimeOffset> _times = new();

    public void Add(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_times.Count < Most)
            {
                _times.Enqueue(at, at);
            }
        }
    }

    /// <summary>The next one after now; null when none is known. Those that are due are forgotten.</summary>
    public DateTimeOffset? After(DateTimeOffset now)
    {
        lock (_lock)
        {
            while (_times.TryPeek(out var at, out _))
            {
                if (at > now)
                {
                    return at;
                }

                _times.Dequeue();
            }

            return null;
        }
    }
}
