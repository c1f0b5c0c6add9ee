using System.Net;
using System.Net.Sockets;

namespace Outreach.Staff.Accounts;

/// <summary>
/// Slows guessing down: a name, known or not, and a network address each wait longer with every failure.
/// In memory, bounded; what counts against a known name is also kept with it, so that a restart forgives nothing.
/// </summary>
internal sealed class SignInLimits(TimeProvider time)
{
    /// <summary>Failures that cost no wait: people mistype. Behind one address a whole office may sit.</summary>
    private const int FreeForName = 5;
    private const int FreeForAddress = 30;

    private const int MaxKept = 20_000;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Failures> _failures = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Counts an attempt as failed until <see cref="Forgive"/> says otherwise: many at once do not slip through.</summary>
    /// <returns>How long to wait first; null = go on, the attempt is counted.</returns>
    public TimeSpan? Begin(string normalizedName, IPAddress? address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Drop(now);
            var (name, bucket) = ("n:" + normalizedName, "a:" + Bucket(address));
            var until = Max(_failures.GetValueOrDefault(name)?.Until, _failures.GetValueOrDefault(bucket)?.Until);
            if (until > now)
            {
                return until - now;
            }

            Count(name, FreeForName, now);
            Count(bucket, FreeForAddress, now);
            return null;
        }
    }

    /// <summary>The attempt was right.</summary>
    public void Forgive(string normalizedName, IPAddress? address)
    {
        lock (_lock)
        {
            _failures.Remove("n:" + normalizedName);
            var bucket = "a:" + Bucket(address);
            if (_failures.TryGetValue(bucket, out var failures))
            {
                // One right password does not wash away the guesses at other names.
                _failures[bucket] = failures with { Number = Math.Max(0, failures.Number - 1), Until = failures.Number <= FreeForAddress ? null : failures.Until };
            }
        }
    }

    /// <summary>The wait after so many failures one after the other.</summary>
    public static TimeSpan? WaitAfter(int failures) => Wait(failures, FreeForName);

    private static TimeSpan? Wait(int failures, int free) =>
        failures < free ? null : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(10, failures - free)));

    private void Count(string key, int free, DateTimeOffset now)
    {
        var number = (_failures.GetValueOrDefault(key)?.Number ?? 0) + 1;
        _failures[key] = new Failures(number, now + Wait(number, free), now);
    }

    private void Drop(DateTimeOffset now)
    {
        foreach (var key in _failures.Where(pair => now - pair.Value.Last > ForgottenAfter).Select(pair => pair.Key).ToList())
        {
            _failures.Remove(key);
        }

        if (_failures.Count >= MaxKept)
        {
            foreach (var key in _failures.OrderBy(pair => pair.Value.Last).Take(MaxKept / 2).Select(pair => pair.Key).ToList())
            {
                _failures.Remove(key);
            }
        }
    }

    private static DateTimeOffset? Max(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;

    /// <summary>An IPv6 customer has a whole /64.</summary>
    private static string Bucket(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private sealed record Failures(int Number, DateTimeOffset? Until, DateTimeOffset Last);
}
