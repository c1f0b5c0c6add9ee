namespace Outreach.Channels.Transcripts;

/// <summary>What was said in one conversation, the newest <see cref="MaxEntries"/>. In memory only: gone after a restart or half an hour of silence.</summary>
public sealed class Transcript
{
    /// <summary>Older entries are forgotten.</summary>
    public const int MaxEntries = 200;

    private readonly Lock _lock = new();
    private readonly LinkedList<TranscriptEntry> _entries = [];
    private readonly TimeProvider _time;
    private TaskCompletionSource _new = NewSignal();
    private long _lastNumber;

    internal Transcript(ChannelAddress address, TimeProvider time)
    {
        Address = address;
        _time = time;
        LastUsed = time.GetUtcNow();
    }

    public ChannelAddress Address { get; }

    /// <summary>The number of the newest entry; 0 before the first.</summary>
    public long LastNumber => Interlocked.Read(ref _lastNumber);

    internal DateTimeOffset LastUsed { get; private set; }

    /// <summary>Keeps what the person said (what was typed, or the title of the button pressed).</summary>
    public TranscriptEntry AddFromPerson(string text) => Add((number, at, _) => new TranscriptEntry { Number = number, At = at, Text = text });

    /// <summary>Keeps what we said.</summary>
    public TranscriptEntry AddFromBot(Reply reply) => Add((number, at, replyTo) => new TranscriptEntry { Number = number, At = at, Reply = reply, ReplyTo = replyTo });

    /// <summary>What came after this number, oldest first; 0 for all that is kept.</summary>
    public IReadOnlyList<TranscriptEntry> After(long number)
    {
        lock (_lock)
        {
            LastUsed = _time.GetUtcNow();
            return [.. _entries.Where(e => e.Number > number)];
        }
    }

    /// <summary>Completes when there is an entry behind this number.</summary>
    public Task WaitForNewAsync(long after, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _lastNumber > after ? Task.CompletedTask : _new.Task.WaitAsync(cancellationToken);
        }
    }

    /// <param name="make">Given the number, the moment, and the number of the person's last entry.</param>
    internal TranscriptEntry Add(Func<long, DateTimeOffset, long?, TranscriptEntry> make)
    {
        TranscriptEntry entry;
        TaskCompletionSource signal;
        lock (_lock)
        {
            // Numbers start at the milliseconds of now: after a restart they are still higher than any a client has seen.
            LastUsed = _time.GetUtcNow();
            _lastNumber = Math.Max(_lastNumber + 1, LastUsed.ToUnixTimeMilliseconds());
            entry = make(_lastNumber, LastUsed, _entries.LastOrDefault(e => e.Reply is null)?.Number);
            _entries.AddLast(entry);
            if (_entries.Count > MaxEntries)
            {
                _entries.RemoveFirst();
            }

            signal = _new;
            _new = NewSignal();
        }

        signal.TrySetResult();
        return entry;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
