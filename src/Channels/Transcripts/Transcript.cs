namespace Outreach.Channels.Transcripts;

/// <summary>What was said in one conversation, the newest <see cref="MaxEntries"/>. In memory only: gone after a restart or half an hour of silence.</summary>
public sealed class Transcript
{
    /// <summary>Older entries are forgotten.</summary>
    public const int MaxEntries = 200;

    /// <summary>Older entries are forgotten; one is kept however large it is.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Sixty words at once, one each half second after that.</summary>
    private static readonly TimeSpan PaceInterval = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan PaceSlack = TimeSpan.FromSeconds(29.5);

    private readonly Lock _lock = new();
    private readonly LinkedList<TranscriptEntry> _entries = [];
    private readonly TimeProvider _time;
    private TaskCompletionSource _new = NewSignal();
    private readonly Action<long> _resized;
    private readonly long _start;
    private Pace _pace = new(PaceInterval, PaceSlack);
    private long _lastNumber;
    private long _bytes;
    private bool _forgotten;

    /// <param name="resized">Told how many bytes more (or fewer) are kept.</param>
    internal Transcript(ChannelAddress address, TimeProvider time, Action<long> resized)
    {
        _resized = resized;
        _start = time.GetTimestamp();
        Address = address;
        _time = time;
        LastUsed = time.GetUtcNow();
    }

    public ChannelAddress Address { get; }

    /// <summary>The number of the newest entry; 0 before the first.</summary>
    public long LastNumber => Interlocked.Read(ref _lastNumber);

    internal DateTimeOffset LastUsed { get; private set; }

    /// <summary>What came after this number, oldest first; 0 for all that is kept.</summary>
    public IReadOnlyList<TranscriptEntry> After(long number)
    {
        lock (_lock)
        {
            LastUsed = _time.GetUtcNow();
            return [.. _entries.Where(e => e.Number > number)];
        }
    }

    /// <summary>Takes entries out; numbers that are not there do not matter.</summary>
    public void Remove(IReadOnlyCollection<long> numbers)
    {
        long freed = 0;
        lock (_lock)
        {
            for (var node = _entries.First; node is not null;)
            {
                var next = node.Next;
                if (numbers.Contains(node.Value.Number))
                {
                    freed += node.Value.Bytes;
                    _entries.Remove(node);
                }

                node = next;
            }

            _bytes -= freed;
            freed = _forgotten ? 0 : freed;
        }

        _resized(-freed);
    }

    /// <summary>Completes when there is an entry behind this number.</summary>
    public Task WaitForNewAsync(long after, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _forgotten || _lastNumber > after ? Task.CompletedTask : _new.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Null when the person may say one thing more now; otherwise how long to wait.</summary>
    internal TimeSpan? TakeTurn()
    {
        var now = _time.GetElapsedTime(_start);
        lock (_lock)
        {
            if (_pace.Earliest > now)
            {
                return _pace.Earliest - now;
            }

            _pace.Take(now);
            return null;
        }
    }

    /// <summary>Forgets all entries; what is still added weighs nothing, as nobody will find it. Who waits wakes, to look for its successor.</summary>
    internal void Clear()
    {
        lock (_lock)
        {
            _resized(-_bytes);
            _forgotten = true;
            _bytes = 0;
            _entries.Clear();
            _new.TrySetResult();
        }
    }

    /// <param name="make">Given the number, the moment, and the number of the person's last entry.</param>
    internal TranscriptEntry Add(Func<long, DateTimeOffset, long?, TranscriptEntry> make)
    {
        TranscriptEntry entry;
        TaskCompletionSource signal;
        long grown;
        lock (_lock)
        {
            // Numbers start at the milliseconds of now: after a restart they are still higher than any a client has seen.
            LastUsed = _time.GetUtcNow();
            _lastNumber = Math.Max(_lastNumber + 1, LastUsed.ToUnixTimeMilliseconds());
            entry = make(_lastNumber, LastUsed, _entries.LastOrDefault(e => e.Reply is null)?.Number);
            _entries.AddLast(entry);
            var before = _bytes;
            _bytes += entry.Bytes;
            while (_entries.Count > MaxEntries || (_bytes > MaxBytes && _entries.Count > 1))
            {
                _bytes -= _entries.First!.Value.Bytes;
                _entries.RemoveFirst();
            }

            grown = _forgotten ? 0 : _bytes - before;

            signal = _new;
            _new = NewSignal();
        }

        // Not under the lock: it may make other transcripts forget.
        _resized(grown);
        signal.TrySetResult();
        return entry;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
