using System.Collections.Concurrent;

namespace Outreach.Channels.Transcripts;

/// <summary>Transcripts of conversations that live in our own pages and Direct Line, where no other server keeps them. Memory only, bounded.</summary>
public sealed class TranscriptStore : IDisposable
{
    /// <summary>Forgotten after so long without a word or a look.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int MaxTranscripts = 20_000;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ChannelAddress, Transcript> _transcripts = [];
    private readonly TimeProvider _time;
    private readonly ITimer _sweeper;
    private readonly int _max;

    public TranscriptStore(TimeProvider time)
        : this(time, MaxTranscripts)
    {
    }

    internal TranscriptStore(TimeProvider time, int max)
    {
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

        if (_transcripts.TryRemove(address, out _) || _transcripts.Count >= _max)
        {
            Sweep();
        }

        return _transcripts.GetOrAdd(address, static (a, time) => new Transcript(a, time), _time);
    }

    public void Dispose() => _sweeper.Dispose();

    private bool IsOver(Transcript transcript) => transcript.LastUsed + Lifetime <= _time.GetUtcNow();

    private void Sweep()
    {
        foreach (var (address, transcript) in _transcripts.Where(t => IsOver(t.Value)))
        {
            _transcripts.TryRemove(new KeyValuePair<ChannelAddress, Transcript>(address, transcript));
        }

        // Still full: those nobody has looked at for longest make room, a tenth at once so that it is not done for each.
        if (_transcripts.Count >= _max)
        {
            foreach (var (address, _) in _transcripts.OrderBy(t => t.Value.LastUsed).Take(Math.Max(1, _max / 10)))
            {
                _transcripts.TryRemove(address, out _);
            }
        }
    }
}
