using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

/// <summary>Days of the year and numbers, as calendar and holidays write them.</summary>
internal static class CalendarValues
{
    /// <summary>A leap year, so that 29 February is a day.</summary>
    private const int AnyYear = 2000;

    public static DateOnly? Day(YamlMap row, string key)
    {
        if (row.Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact($"{AnyYear}-{text.Text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        row.Issues.Error(text.At, Codes.BadCalendar, $"'{key}' is no day of the year", "Write month and day in quotes: \"11-09\".");
        return null;
    }

    public static int? Number(YamlMap row, string key, int least, int most)
    {
        if (row.Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        row.Issues.Error(text.At, Codes.BadCalendar, $"'{key}' is no number from {least} to {most}", "Put it right.");
        return null;
    }
}
