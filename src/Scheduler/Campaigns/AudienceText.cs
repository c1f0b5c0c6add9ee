using System.Globalization;
using Outreach.Content;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>An audience as it is typed: <c>language=vi;province=Bắc Ninh,Hà Nội;joined-before=2026-11-01</c>. Nothing = everyone.</summary>
public static class AudienceText
{
    private const string DayForm = "yyyy-MM-dd";
    private const int MaxValues = 100;
    private const int MaxValueChars = 100;

    private static readonly string[] Keys = ["language", "province", "role", "topic", "channel", "joined-before"];

    public static IReadOnlyList<string> Roles { get; } = ["worker", "landlord", "employer"];

    public static IReadOnlyList<string> Channels { get; } = ["telegram", "zalo", "messenger", "web", "directline"];

    /// <param name="zone">Of a day without an hour.</param>
    /// <param name="fault">What is wrong, where, and how to mend it; null where it could be read.</param>
    public static AudienceFilter? Parse(string text, TimeZoneInfo zone, out string? fault)
    {
        var filter = new AudienceFilter();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = (equals < 0 ? part : part[..equals]).Trim();
            var values = equals < 0 ? [] : part[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            fault = !Keys.Contains(key, StringComparer.Ordinal) ? $"'{key}' is no part of an audience. Write one of {string.Join(", ", Keys)}."
                : values.Length == 0 ? $"'{key}' has no value. Write {key}=VALUE, several values with ',' between them."
                : !seen.Add(key) ? $"'{key}' stands there twice. Write its values once, with ',' between them."
                : values.Length > MaxValues ? $"'{key}' has {values.Length} values; at most {MaxValues} are taken."
                : values.FirstOrDefault(value => value.Length > MaxValueChars) is not null ? $"'{key}' has a value of more than {MaxValueChars} characters."
                : null;
            if (fault is null)
            {
                filter = With(filter, key, [.. values.Distinct(StringComparer.Ordinal)], zone, out fault);
            }

            if (fault is not null)
            {
                return null;
            }
        }

        fault = null;
        return filter;
    }

    /// <summary>The way back; empty for everyone.</summary>
    public static string Of(AudienceFilter filter, TimeZoneInfo zone)
    {
        (string Key, IReadOnlyList<string> Values)[] parts =
        [
            ("language", filter.Languages), ("province", filter.Provinces), ("role", filter.Roles), ("topic", filter.Topics), ("channel", filter.Channels),
            ("joined-before", filter.JoinedBefore is { } instant ? [InstantText(instant, zone)] : []),
        ];
        return string.Join(';', parts.Where(part => part.Values.Count > 0).Select(part => $"{part.Key}={string.Join(',', part.Values)}"));
    }

    private static AudienceFilter With(AudienceFilter filter, string key, IReadOnlyList<string> values, TimeZoneInfo zone, out string? fault)
    {
        fault = null;
        switch (key)
        {
            case "language":
                fault = Unknown(key, values, Languages.All);
                return filter with { Languages = values };
            case "province":
                return filter with { Provinces = values };
            case "role":
                fault = Unknown(key, values, Roles);
                return filter with { Roles = values };
            case "topic":
                return filter with { Topics = values };
            case "channel":
                fault = Unknown(key, values, Channels);
                return filter with { Channels = values };
            default:
                var before = values.Count == 1 ? PlanTime.Parse(values[0], zone) : null;
                fault = before is null ? $"'{key}' is no day or time. Write one, as {key}=2026-11-01 or {key}=2026-11-01T09:00." : null;
                return filter with { JoinedBefore = before };
        }
    }

    private static string? Unknown(string key, IReadOnlyList<string> values, IReadOnlyList<string> known) =>
        values.FirstOrDefault(value => !known.Contains(value, StringComparer.Ordinal)) is { } unknown
            ? $"'{unknown}' is no {key}. Write one of {string.Join(", ", known)}."
            : null;

    private static string InstantText(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.TimeOfDay == TimeSpan.Zero
            ? local.ToString(DayForm, CultureInfo.InvariantCulture)
            : instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
    }
}
