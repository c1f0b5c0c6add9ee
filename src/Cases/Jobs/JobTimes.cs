using System.Collections.Concurrent;

namespace Outreach.Cases.Jobs;

/// <summary>When each job of the housekeeping last came to its end, in this process and to the minute: how long its work took is nobody's business.</summary>
public sealed class JobTimes(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _done = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Name, DateTimeOffset At)> Done => [.. _done.OrderBy(job => job.Key, StringComparer.Ordinal).Select(job => (job.Key, job.Value))];

    internal void Note(string job)
    {
        var now = time.GetUtcNow();
        _done[job] = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }
}
