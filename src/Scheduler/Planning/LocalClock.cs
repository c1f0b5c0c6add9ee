namespace Outreach.Scheduler.Planning;

/// <summary>From a clock on a wall to an instant.</summary>
internal static class LocalClock
{
    /// <summary>The first instant at which the clock shows the time; the end of the gap where clocks leap over it.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone) => Instants(day, time, zone).First();

    /// <summary>The first such instant after another: clocks set back show a time twice.</summary>
    public static DateTimeOffset InstantAfter(DateTimeOffset after, DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        Instants(day, time, zone).Concat(Instants(day.AddDays(1), time, zone)).First(instant => instant > after);

    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    private static IEnumerable<DateTimeOffset> Instants(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)];
        return offsets.OrderDescending().Select(offset => new DateTimeOffset(local, offset).ToUniversalTime());
    }
}
