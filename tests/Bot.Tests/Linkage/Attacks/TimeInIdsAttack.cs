using System.Buffers.Binary;

namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Ids that carry a clock: the first 48 bits as milliseconds (version 7), the 60 bits of version 1.</summary>
internal sealed class TimeInIdsAttack : Attack
{
    // No calendar goes on for as long as random bits would have it.
    private const ulong FarMilliseconds = 365_000UL * 24 * 3600 * 1000;

    public override string Name => "bits of ids: time";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen)
        from id in night.RowsOf(seen.Id).SelectMany(row => row.Values.Where(v => v.Key is "id" or "case_id").Select(v => v.Value).OfType<Guid>()).Distinct()
        from moment in MomentsIn(id)
        where loot.IsOn(moment, seen.Day)
        select ByMoment(loot, seen, moment);

    private static IEnumerable<DateTimeOffset> MomentsIn(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        yield return DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Min(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16, FarMilliseconds));
        var ticks = ((long)(BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(6)) & 0x0FFF) << 48)
            | ((long)BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(4)) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes);
        yield return new DateTimeOffset(1582, 10, 15, 0, 0, 0, TimeSpan.Zero).AddTicks(Math.Min(ticks, TimeSpan.FromDays(365_000).Ticks));
    }
}
