namespace Outreach.Storage;

/// <summary>The one place where the organisation's day is worked out.</summary>
public sealed class LocalDay(TimeProvider time, TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>Minutes since this day began, by the wall clock: 0 to 1439.</summary>
    public short Minute => (short)Now.TimeOfDay.TotalMinutes;

    private DateTime Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime;
}
