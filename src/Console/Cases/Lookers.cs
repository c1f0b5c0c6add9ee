using System.Collections.Concurrent;

namespace Outreach.Staff.Cases;

/// <summary>Who has a case open in front of them. In the memory of this node alone, and forgotten half a minute after the page is left.</summary>
internal sealed class Lookers(TimeProvider time)
{
    /// <summary>Three polls of a page, so that one that is late makes nobody vanish.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Guid, (string Name, DateTimeOffset At)>> _cases = new();

    /// <summary>Notes that somebody looks, and says who else does.</summary>
    public IReadOnlyList<string> Look(Guid caseId, Guid staffId, string name)
    {
        var now = time.GetUtcNow();
        var here = _cases.GetOrAdd(caseId, _ => new());
        here[staffId] = (name, now);
        Forget(now - Kept);
        return [.. here.Where(l => l.Key != staffId && l.Value.At >= now - Kept).Select(l => l.Value.Name).Order(StringComparer.CurrentCulture)];
    }

    private void Forget(DateTimeOffset before)
    {
        foreach (var (caseId, lookers) in _cases)
        {
            foreach (var (staffId, look) in lookers)
            {
                if (look.At < before)
                {
                    lookers.TryRemove(KeyValuePair.Create(staffId, look));
                }
            }

            if (lookers.IsEmpty)
            {
                _cases.TryRemove(caseId, out _);
            }
        }
    }
}
