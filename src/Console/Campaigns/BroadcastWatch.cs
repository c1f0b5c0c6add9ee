using System.Collections.Concurrent;
using Outreach.Scheduler.Delivery;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>How broadcasts go, for everybody who watches: counted once for all of them, and never for more than a tenth of the time.</summary>
internal sealed class BroadcastWatch(StorageStartup storage, Func<BroadcastControl> control, SenderState sender, LocalDay day, TimeProvider time)
{
    private const int Rest = 10;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Look> _looks = new();

    /// <summary>Null where there is no database.</summary>
    public async Task<BroadcastProgressShown?> LookAsync(Broadcast broadcast, CancellationToken cancellationToken)
    {
        if (storage.KeepsNothing)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var last = _looks.GetValueOrDefault(broadcast.Id);
        // A page of what is over asks once: it must not show what was true a second before the end.
        var wasOpen = broadcast.EndedAt is not null && last?.Counts.Open > 0;
        if (last is null || wasOpen || now - last.At >= TimeSpan.FromTicks(Math.Max(Shortest.Ticks, last.Took.Ticks * Rest)))
        {
            last = await CountAsync(broadcast.Id, last, now, cancellationToken);
        }

        return Show(broadcast, last, now);
    }

    private async Task<Look> CountAsync(Guid id, Look? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var counts = await control().CountAsync(id, cancellationToken);
        var settled = counts.Total - counts.Open;
        var rate = before is null || now <= before.At ? 0 : Math.Max(0, settled - (before.Counts.Total - before.Counts.Open)) / (now - before.At).TotalSeconds;
        var look = new Look(counts, now, time.GetElapsedTime(start), rate);
        _looks[id] = look;
        foreach (var old in _looks.Where(each => now - each.Value.At > ForgottenAfter).ToList())
        {
            _looks.TryRemove(old);
        }

        return look;
    }

    private BroadcastProgressShown Show(Broadcast broadcast, Look look, DateTimeOffset now)
    {
        var counts = look.Counts;
        // Another node may send: then what the counts tell is all there is.
        var progress = sender.Of(broadcast.Id);
        var seconds = broadcast.StartedAt is { } started ? ((broadcast.EndedAt ?? now) - started).TotalSeconds : 0;
        var net = progress?.RateNet ?? (seconds >= 1 ? (counts.Total - counts.Open) / seconds : 0);
        var runs = broadcast.State == BroadcastState.Running;
        return new BroadcastProgressShown
        {
            Counts = counts,
            RateNow = runs ? progress?.RateNow ?? look.Rate : 0,
            RateNet = net,
            Left = runs && net > 0 && counts.Open > 0 ? TimeSpan.FromSeconds(Math.Min(counts.Open / net, TimeSpan.FromDays(30).TotalSeconds)) : null,
            AskedToWaitUntil = runs && sender.WaitsUntil is { } until && until > now ? until : null,
            QuietUntil = runs && IsQuiet(broadcast) ? broadcast.QuietTo : null,
        };
    }

    private bool IsQuiet(Broadcast broadcast) => broadcast is { QuietFrom: { } from, QuietTo: { } to }
        && (from <= to ? day.Minute >= from && day.Minute < to : day.Minute >= from || day.Minute < to);

    private sealed record Look(BroadcastCounts Counts, DateTimeOffset At, TimeSpan Took, double Rate);
}
