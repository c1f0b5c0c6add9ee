using System.Collections.Concurrent;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Triage;

/// <summary>
/// How soon a case was answered, without keeping when it came. The moment of arrival lives in the memory of the node
/// that took the request, for a day. Where it is not known (another machine, a restart) the answer is worked out from
/// what is stored, the hour of an urgent case or the day, and rounded up: never better than it was.
/// </summary>
internal sealed class ArrivalClock(TimeProvider time, LocalDay day)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _arrived = new();

    public void Arrived(Guid caseId)
    {
        var now = time.GetUtcNow();
        _arrived[caseId] = now;
        foreach (var (old, _) in _arrived.Where(entry => entry.Value < now - Kept))
        {
            _arrived.TryRemove(old, out _);
        }
    }

    public void Forget(Guid caseId) => _arrived.TryRemove(caseId, out _);

    public FirstReplyWithin Within(HelpCase found)
    {
        var now = time.GetUtcNow();
        if (_arrived.TryGetValue(found.Id, out var arrived))
        {
            return Bucket(now - arrived);
        }

        return found switch
        {
            { UrgentSince: { } hour } => Bucket(now - hour),
            { ReceivedOn: var on } when on == day.Today => FirstReplyWithin.Day,
            _ => FirstReplyWithin.Longer,
        };
    }

    private static FirstReplyWithin Bucket(TimeSpan passed) => passed switch
    {
        _ when passed < TimeSpan.FromMinutes(15) => FirstReplyWithin.QuarterHour,
        _ when passed < TimeSpan.FromHours(1) => FirstReplyWithin.Hour,
        _ when passed < TimeSpan.FromHours(4) => FirstReplyWithin.FourHours,
        _ when passed < TimeSpan.FromDays(1) => FirstReplyWithin.Day,
        _ => FirstReplyWithin.Longer,
    };
}
