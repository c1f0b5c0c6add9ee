using System.Net;

namespace Outreach.Channels.DirectLine;

/// <summary>How many new conversations one address may open: sixty at once, one a second after that. Whole dormitories share an address.</summary>
internal sealed class AddressLimits(TimeProvider time)
{
    private const int SweepAt = 10_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(59);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Pace> _paces = new(StringComparer.Ordinal);
    private readonly long _start = time.GetTimestamp();

    /// <summary>Null when one more is fine; otherwise how long to wait.</summary>
    public TimeSpan? Take(IPAddress? address)
    {
        var key = AddressBucket.Of(address);
        var now = time.GetElapsedTime(_start);
        lock (_lock)
        {
            var pace = _paces.GetValueOrDefault(key, new Pace(Interval, Burst));
            if (pace.Earliest > now)
            {
                return pace.Earliest - now;
            }

            pace.Take(now);
            _paces[key] = pace;
            if (_paces.Count >= SweepAt)
            {
                foreach (var (old, _) in _paces.Where(p => p.Value.Earliest + Burst <= now).ToList())
                {
                    _paces.Remove(old);
                }
            }

            return null;
        }
    }
}
