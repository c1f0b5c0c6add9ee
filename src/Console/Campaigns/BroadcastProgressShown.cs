using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>How a broadcast goes at this moment.</summary>
internal sealed record BroadcastProgressShown
{
    public required BroadcastCounts Counts { get; init; }

    /// <summary>Settled a second, just now; 0 where it stands.</summary>
    public required double RateNow { get; init; }

    /// <summary>Settled a second, with every wait.</summary>
    public required double RateNet { get; init; }

    /// <summary>How much longer at this rate; null where nobody can say.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>The channel asked us to be still until then.</summary>
    public DateTimeOffset? AskedToWaitUntil { get; init; }

    /// <summary>It is quiet now; the minute of the day at which that ends.</summary>
    public short? QuietUntil { get; init; }

    public long Settled => Counts.Total - Counts.Open;

    /// <summary>0 to 100; never 100 before the end.</summary>
    public int Percent => Counts.Total == 0 ? 0 : (int)(Settled * 100 / Counts.Total);

    public int PercentOf(long count) => Counts.Total == 0 ? 0 : (int)Math.Min(100, Math.Ceiling(count * 100d / Counts.Total));
}
