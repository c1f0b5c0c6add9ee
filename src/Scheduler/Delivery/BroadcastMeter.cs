namespace Outreach.Scheduler.Delivery;

/// <summary>Counts outcomes by the second.</summary>
internal sealed class BroadcastMeter(Guid broadcastId, TimeProvider time)
{
    private const int Seconds = 5;

    private readonly Lock _lock = new();
    private readonly int[] _counts = new int[Seconds + 1];
    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _since = time.GetUtcNow();
    private long _all;
    private long _second;

    public void Count()
    {
        lock (_lock)
        {
            MoveOn();
            _counts[_second % _counts.Length]++;
            _all++;
        }
    }

    public BroadcastProgress Read()
    {
        lock (_lock)
        {
            MoveOn();
            var elapsed = Math.Max(1, time.GetElapsedTime(_start).TotalSeconds);
            // The second that runs is not full yet.
            var recent = _counts.Sum() - _counts[_second % _counts.Length];
            return new BroadcastProgress(broadcastId, recent / Math.Min(elapsed, Seconds), _all / elapsed, _since);
        }
    }

    private void MoveOn()
    {
        var now = (long)time.GetElapsedTime(_start).TotalSeconds;
        for (var past = Math.Max(_second + 1, now - Seconds); past <= now; past++)
        {
            _counts[past % _counts.Length] = 0;
        }

        _second = now;
    }
}
