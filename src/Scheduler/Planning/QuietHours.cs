using System.Globalization;

namespace Outreach.Scheduler.Planning;

/// <summary>Hours in which nobody is written to first, for example <c>21:00-07:00</c>; they may go over midnight. The end is not quiet any more.</summary>
public sealed record QuietHours
{
    private const string NoneText = "none";
    private const string HourForm = "HH:mm";

    private readonly TimeOnly _from;
    private readonly TimeOnly _to;

    private QuietHours(TimeOnly from, TimeOnly to) => (_from, _to) = (from, to);

    /// <summary>No hour is quiet.</summary>
    public static QuietHours None { get; } = new(TimeOnly.MinValue, TimeOnly.MinValue);

    /// <summary>Minutes since midnight; null where no hour is quiet.</summary>
    public short? FromMinute => _from == _to ? null : (short)_from.ToTimeSpan().TotalMinutes;

    /// <summary>The first minute that is free again; null where no hour is quiet.</summary>
    public short? ToMinute => _from == _to ? null : (short)_to.ToTimeSpan().TotalMinutes;

    /// <summary>Reads <c>21:00-07:00</c> or <c>none</c>.</summary>
    /// <param name="fault">What is wrong and how to mend it; null where it could be read.</param>
    public static QuietHours? Parse(string text, out string? fault)
    {
        fault = null;
        if (text.Trim().Equals(NoneText, StringComparison.OrdinalIgnoreCase))
        {
            return None;
        }

        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !TryHour(parts[0], out var from) || !TryHour(parts[1], out var to))
        {
            fault = "Quiet hours are two times of day with '-' between them. Write 21:00-07:00, or none.";
            return null;
        }

        if (from == to)
        {
            fault = "Quiet hours that end when they begin would leave no hour to send in. Write 21:00-07:00, or none.";
            return null;
        }

        return new QuietHours(from, to);
    }

    /// <summary>A person's own hours, where they chose some that can be read; else those of the house.</summary>
    public static QuietHours For(string? own, QuietHours house) => own is null ? house : Parse(own, out _) ?? house;

    /// <summary>Whether a time of day is quiet.</summary>
    public bool Contains(TimeOnly local) => _from != _to && local.IsBetween(_from, _to);

    public bool Contains(DateTimeOffset instant, TimeZoneInfo zone) => Contains(TimeOnly.FromDateTime(LocalClock.At(instant, zone)));

    /// <summary>When the quiet hours that an instant falls in are over, UTC; the instant itself where it is not quiet.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset instant, TimeZoneInfo zone) => Contains(instant, zone)
        ? LocalClock.InstantAfter(instant, DateOnly.FromDateTime(LocalClock.At(instant, zone)), _to, zone)
        : instant.ToUniversalTime();

    public override string ToString() => _from == _to ? NoneText
        : string.Create(CultureInfo.InvariantCulture, $"{_from:HH\\:mm}-{_to:HH\\:mm}");

    private static bool TryHour(string text, out TimeOnly hour) =>
        TimeOnly.TryParseExact(text, HourForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out hour);
}
