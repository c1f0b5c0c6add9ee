using System.Globalization;

namespace Outreach.Scheduler.Campaigns;

/// <summary>A time as it is typed: ISO 8601; without an offset it is the organisation's.</summary>
public static class PlanTime
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
    ];

    private static readonly string[] OffsetForms = [.. Forms[1..].Select(form => form + "K"), .. Forms[1..].Select(form => form + "zzz")];

    /// <returns>UTC; null where it is no time.</returns>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Planning.LocalClock.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone);
        }

        return DateTimeOffset.TryParseExact(text, OffsetForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : null;
    }
}
