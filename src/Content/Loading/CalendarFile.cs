using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class CalendarFile
{
    public const string Name = "calendar.yml";

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
        var (month, theme, question) = (CalendarValues.Number(row, "month", 1, 12), row.Localized("theme"), row.Localized("question"));
        if (month is { } number && !seen.Add(number))
        {
            row.Issues.Error(row.SpotOf("month"), Codes.BadCalendar, $"month {number} is there already", "Keep one row a month.");
        }

        return month is null || theme is null || question is null ? null : new CalendarMonth(month.Value, theme, question);
    }

    private static CalendarEvent? ReadEvent(YamlMap row)
    {
        row.Only("date", "until", "name", "theme", "source", "lunar", "year");
        var (date, name, theme, source) = (CalendarValues.Day(row, "date"), row.Localized("name"), row.Localized("theme"), row.Text("source"));
        var until = row.Has("until") ? CalendarValues.Day(row, "until") : date;
        var lunar = row.Has("lunar") ? row.Text("lunar") : null;
        var year = row.Has("year") ? CalendarValues.Number(row, "year", 2000, 2200) : null;
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
}
