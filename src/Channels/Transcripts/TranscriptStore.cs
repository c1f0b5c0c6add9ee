using System.Collections.Concurrent;

namespace Outreach.Channels.Transcripts;

/// <summary>Transcripts of conversations that live in our own pages and Direct Line, where no other server keeps them. Memory only, bounded.</summary>
public sealed class TranscriptStore : IDisposable
{
    /// <summary>Forgotten after so long without a word or a look.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int MaxTranscripts = 20_000;
    private const long MaxTotalBytes = 64L << 20;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ChannelAddress, Transcript> _transcripts = [];
    private readonly TimeProvider _time;
    private readonly ITimer _sweeper;
    private readonly int _max;
    private readonly long _maxBytes;
    private long _bytes;
    private bool _isSweeping;

    public TranscriptStore(TimeProvider time)
        : this(time, MaxTranscripts)
    {
    }

    internal TranscriptStore(TimeProvider time, int max, long maxBytes = MaxTotalBytes)
    {
        _maxBytes = maxBytes;
        _time = time;
        _max = max;
        _sweeper = time.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    /// <summary>Null when there is none, or no longer.</summary>
    public Transcript? Find(ChannelAddress address) =>
        _transcripts.TryGetValue(address, out var transcript) && !IsOver(transcript) ? transcript : null;

    /// <summary>The transcript of this conversation, an empty one if it has none.</summary>
    public Transcript Open(ChannelAddress address)
    {
        if (Find(address) is { } known)
        {
            return known;
        }

        if (_transcripts.TryGetValue(address, out var over))
        {
            Remove(over);
        }

        if (_transcripts.Count >= _max || IsOverweight)
        {
            Sweep();
        }

        return _transcripts.GetOrAdd(address, static (a, store) => new Transcript(a, store._time, store.Resized), this);
    }

    public void Dispose() => _sweeper.Dispose();

    private bool IsOver(Transcript transcript) => transcript.LastUsed + Lifetime <= _time.GetUtcNow();

    private bool IsOverweight => Interlocked.Read(ref _bytes) > _maxBytes;

    private void Resized(long bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) > _maxBytes && bytes > 0)
        {
            Sweep();
        }
    }

    private void Remove(Transcript transcript)
    {
        if (_transcripts.TryRemove(new KeyValuePair<ChannelAddress, Transcript>(transcript.Address, transcript)))
        {
            transcript.Clear();
        }
    }

    private void Sweep()
    {
        if (Interlocked.Exchange(ref _isSweeping, true))
        {
            return;
        }

        try
        {
            MakeRoom();
        }
        finally
        {
            Volatile.Write(ref _isSweeping, false);
        }
    }

    private void MakeRoom()
    {
        foreach (var transcript in _transcripts.Values.Where(IsOver))
        {
            Remove(transcript);
        }

        // Still full: those nobody has looked at for longest make room, a tenth at once so that it is not done for each.
        var few = _transcripts.Count >= _max ? Math.Max(1, _max / 10) : 0;
        var goal = IsOverweight ? _maxBytes / 10 * 9 : long.MaxValue;
        if (few == 0 && goal == long.MaxValue)
        {
            return;
        }

        // The moments are taken first: they move while others talk.
        foreach (var (transcript, _) in _transcripts.Values.Select(t => (t, t.LastUsed)).OrderBy(pair => pair.LastUsed).ToList())
        {
            if (few-- <= 0 && Interlocked.Read(ref _bytes) <= goal)
            {
                break;
            }

            Remove(transcript);
        }
    }
}
