using System.Globalization;

namespace Outreach.Staff.Campaigns.Forms;

/// <summary>Fields of forms, whatever was typed into them.</summary>
internal static class FormText
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MonthForm = "yyyy-MM";
    private const string TimeForm = "HH:mm";

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    public static string Of(TimeOnly time) => time.ToString(TimeForm, CultureInfo.InvariantCulture);

    public static string Month(DateOnly day) => day.ToString(MonthForm, CultureInfo.InvariantCulture);

    public static int? Number(string? text) => int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The first day of a month that was typed as <c>2026-11</c>.</summary>
    public static DateOnly? FirstOfMonth(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text?.Trim(), TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
