using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class CalendarFile
{
    public const string Name = "calendar.yml";

    /// <summary>A leap year, so that 29 February is a day.</summary>
    private const int AnyYear = 2000;

    public static (List<CalendarMonth> Months, List<CalendarEvent> Events) Read(YamlSource source, string text)
    {
        if (source.Read(text) is not { } root || YamlMap.From(source, root, Name)?.Only("months", "events") is not { } map)
        {
            return ([], []);
        }

        var seen = new HashSet<int>();
        return (
            [.. map.Rows("months").Select(row => ReadMonth(row, seen)).OfType<CalendarMonth>().OrderBy(m => m.Month)],
            [.. map.Rows("events").Select(ReadEvent).OfType<CalendarEvent>()]);
    }

    private static CalendarMonth? ReadMonth(YamlMap row, HashSet<int> seen)
    {
        row.Only("month", "theme", "question");
        var (month, theme, question) = (Number(row, "month", 1, 12), row.Localized("theme"), row.Localized("question"));
        if (month is { } number && !seen.Add(number))
        {
            row.Issues.Error(row.SpotOf("month"), Codes.BadCalendar, $"month {number} is there already", "Keep one row a month.");
        }

        return month is null || theme is null || question is null ? null : new CalendarMonth(month.Value, theme, question);
    }

    private static CalendarEvent? ReadEvent(YamlMap row)
    {
        row.Only("date", "until", "name", "theme", "source", "lunar", "year");
        var (date, name, theme, source) = (Day(row, "date"), row.Localized("name"), row.Localized("theme"), row.Text("source"));
        var until = row.Has("until") ? Day(row, "until") : date;
        var lunar = row.Has("lunar") ? row.Text("lunar") : null;
        var year = row.Has("year") ? Number(row, "year", 2000, 2200) : null;
        if (lunar is not null && year is null)
        {
            row.Issues.Error(row.SpotOf("lunar"), Codes.BadCalendar, "a lunar day has another solar date each year, and no year is given", "Add 'year: …'.");
        }

        if (date is null || until is null || name is null || theme is null || source is null)
        {
            return null;
        }

        return new CalendarEvent
        {
            Month = date.Value.Month,
            Day = date.Value.Day,
            UntilMonth = until.Value.Month,
            UntilDay = until.Value.Day,
            Year = year,
            Lunar = lunar?.Text,
            Name = name,
            Theme = theme,
            Source = source.Value.Text,
        };
    }

    private static DateOnly? Day(YamlMap row, string key)
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

    private static int? Number(YamlMap row, string key, int least, int most)
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
