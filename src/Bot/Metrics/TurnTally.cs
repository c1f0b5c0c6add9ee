using System.Collections.Concurrent;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Metrics;

/// <summary>
/// How many turns were stored and how many of their replies went out since the start, by channel. Only what leaves a row in the
/// database anyway is counted: a step of asking for help leaves none, so none of these numbers moves with it.
/// </summary>
internal sealed class TurnTally
{
    /// <summary>
    /// Numbers that grow with every turn are shown in steps of so many. The moment of each stored turn, laid beside all messages as a
    /// messenger knows them, would show which ones left no row; the last hundred of them tell that of nobody.
    /// </summary>
    public const long Step = 100;

    private readonly ConcurrentDictionary<string, Counts> _channels = new(StringComparer.Ordinal);

    /// <summary>Of each channel so far, by name.</summary>
    public IReadOnlyList<(string Channel, long Turns, long Sent, long Failed)> Shown =>
    [
        .. _channels.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, InSteps(ref pair.Value.Turns), InSteps(ref pair.Value.Sent), Interlocked.Read(ref pair.Value.Failed))),
    ];

    /// <summary>A turn that was committed, not one seen before.</summary>
    public void Stored(string channel) => Interlocked.Increment(ref Of(channel).Turns);

    /// <summary>A reply that has a row in the outbox was sent, or given up.</summary>
    public void Done(string channel, ReplyOutcome outcome)
    {
        var counts = Of(channel);
        Interlocked.Increment(ref outcome == ReplyOutcome.Sent ? ref counts.Sent : ref counts.Failed);
    }

    private static long InSteps(ref long count)
    {
        var now = Interlocked.Read(ref count);
        return now - (now % Step);
    }

    private Counts Of(string channel) => _channels.GetOrAdd(channel, static _ => new Counts());

    private sealed class Counts
    {
        public long Turns;
        public long Sent;
        public long Failed;
    }
}
