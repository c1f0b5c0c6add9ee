namespace Outreach.Storage;

/// <summary>The one place where the organisation's day is worked out.</summary>
public sealed class LocalDay(TimeProvider time, TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
}
