using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>How fast one conversation writes.</summary>
internal enum Pace
{
    Fine,

    /// <summary>Just over the limit: said once.</summary>
    TooFast,

    /// <summary>Still over it: nothing more is said.</summary>
    Silent,
}

/// <summary>Counts turns of each conversation in fixed spans. Lives in memory; nobody needs it longer than a span.</summary>
internal sealed class Haste(TimeProvider time)
{
    /// <summary>Turns a conversation may take in one <see cref="Span"/>: more than anyone reads.</summary>
    public const int TurnsPerSpan = 20;

    public static TimeSpan Span { get; } = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<ChannelAddress, int> _counts = [];
    private DateTimeOffset _until;

    public Pace Count(ChannelAddress address)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now >= _until)
            {
                _counts.Clear();
                _until = now + Span;
            }

            var count = _counts[address] = _counts.GetValueOrDefault(address) + 1;
            return count <= TurnsPerSpan ? Pace.Fine : count == TurnsPerSpan + 1 ? Pace.TooFast : Pace.Silent;
        }
    }
}
