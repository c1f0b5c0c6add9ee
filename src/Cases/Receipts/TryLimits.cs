using System.Security.Cryptography;
using System.Text;

namespace Outreach.Cases.Receipts;

/// <summary>
/// How often codes may be tried: five wrong ones in ten minutes from one bucket (a chat, a network address); beyond a
/// pace for all together each try waits a little, and none is refused. Kept in memory under a key of this process.
/// </summary>
public sealed class TryLimits(TimeProvider time)
{
    public const int PerBucket = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Wrong tries of all together that cost no wait.</summary>
    public const int FreeForAll = 30;

    /// <summary>How fast those are forgotten: one in this span.</summary>
    public static readonly TimeSpan ForgetsOneIn = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private const int MaxBuckets = 100_000;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, List<DateTimeOffset>> _tries = [];
    private double _level;
    private DateTimeOffset _levelAt = time.GetUtcNow();

    /// <summary>Takes one try; it is given back with <see cref="GiveBack"/> when the code was right.</summary>
    /// <returns>Null = go on; else how long this bucket waits for its next one.</returns>
    public TimeSpan? Take(string bucket)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (_tries.Count >= MaxBuckets)
            {
                Forget(now);
            }

            var name = NameOf(bucket);
            if (!_tries.TryGetValue(name, out var tries))
            {
                _tries[name] = tries = [];
            }

            tries.RemoveAll(at => at <= now - Window);
            if (tries.Count >= PerBucket)
            {
                return tries[0] + Window - now;
            }

            tries.Add(now);
            return null;
        }
    }

    public void GiveBack(string bucket)
    {
        lock (_gate)
        {
            if (_tries.TryGetValue(NameOf(bucket), out var tries) && tries.Count > 0)
            {
                tries.RemoveAt(tries.Count - 1);
            }

            _level = Math.Max(0, _level - 1);
        }
    }

    /// <summary>The wait of this try for the sake of all; zero while few are wrong.</summary>
    public TimeSpan PaceOfAll()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            _level = Math.Max(0, _level - ((now - _levelAt) / ForgetsOneIn)) + 1;
            _levelAt = now;
            var over = TimeSpan.FromSeconds(Math.Max(0, _level - FreeForAll) / 2);
            return over < LongestWait ? over : LongestWait;
        }
    }

    /// <summary>The table never grows past its bound: first what has run out goes, then whatever is there.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var name in _tries.Where(entry => entry.Value.TrueForAll(at => at <= now - Window)).Select(entry => entry.Key).ToList())
        {
            _tries.Remove(name);
        }

        foreach (var name in _tries.Keys.Take(Math.Max(0, _tries.Count - (MaxBuckets * 9 / 10))).ToList())
        {
            _tries.Remove(name);
        }
    }

    private UInt128 NameOf(string bucket) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(bucket)));
}
