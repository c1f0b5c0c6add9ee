using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class HolidaysFile
{
    public const string Name = "holidays.yml";

    /// <summary>Longer is no holiday but a slip of a month or year.</summary>
    private const int MaxDays = 16;

    /// <summary>Plans reach a year ahead, and so must what they keep off.</summary>
    private const int MonthsAhead = 12;

    private const string Certain = "certain";
    private const string Uncertain = "uncertain";

    /// <param name="day">Today: from it the file must reach a year ahead.</param>
    public static HolidayTable Read(YamlSource source, string text, DateOnly day)
    {
        if (source.Read(text) is not { } root || YamlMap.From(source, root, Name)?.Only("yearly", "lunar") is not { } map)
        {
            return HolidayTable.Empty;
        }

        var ids = new IdRule();
        return new HolidayTable(
            [.. map.Rows("yearly", required: false).Select(row => ReadYearly(row, ids)).OfType<YearlyHoliday>()],
            [.. map.Rows("lunar", required: false).SelectMany(row => ReadLunar(row, ids, day))]);
    }

    private static YearlyHoliday? ReadYearly(YamlMap row, IdRule ids)
    {
        row.Only("id", "date", "until", "since", "days", "certainty", "name", "source");
        var (id, first, name, _) = (ids.Read(row), CalendarValues.Day(row, "date"), row.Localized("name"), row.Text("source"));
        var last = row.Has("until") ? CalendarValues.Day(row, "until") : first;
        var (days, certain) = (CalendarValues.Number(row, "days", 1, MaxDays), ReadCertainty(row));
        var since = row.Has("since") ? CalendarValues.Number(row, "since", 1900, 2200) : null;
        return id is null || name is null || days is null || certain is null || !Fits(row, "until", first, last, days.Value) ? null
            : new YearlyHoliday(id, name, first!.Value, last!.Value, days.Value, certain.Value, since);
    }

    private static List<Holiday> ReadLunar(YamlMap row, IdRule ids, DateOnly day)
    {
        row.Only("id", "days", "name", "source", "dates");
        var (id, name, days, _) = (ids.Read(row), row.Localized("name"), CalendarValues.Number(row, "days", 1, MaxDays), row.Text("source"));
        if (id is null || name is null || days is null)
        {
            return [];
        }

        var holidays = row.Rows("dates").Select(date => ReadDate(date, id, name, days.Value)).OfType<Holiday>().ToList();
        if (HolidayTable.ReachOf(holidays.Where(h => h.From.Year >= day.Year)) < day.AddMonths(MonthsAhead))
        {
            row.Issues.Warn(row.SpotOf("dates"), Codes.HolidaysEndSoon, $"'{id}' is not written out for the {MonthsAhead} months to come, as far as plans reach",
                "Add its dates of each year, computed for UTC+7, with 'certainty: uncertain' until they are announced.");
        }

        return holidays;
    }

    private static Holiday? ReadDate(YamlMap row, string id, Localized name, int days)
    {
        row.Only("from", "to", "certainty");
        var (from, certain) = (row.Date("from"), ReadCertainty(row));
        var to = row.Has("to") ? row.Date("to") : from;
        return certain is null || !Fits(row, "to", from, to, days) ? null : new Holiday(id, name, from!.Value, to!.Value, days, certain.Value);
    }

    private static bool Fits(YamlMap row, string lastKey, DateOnly? first, DateOnly? last, int days)
    {
        if (first is null || last is null)
        {
            return false;
        }

        var span = last.Value.DayNumber - first.Value.DayNumber + 1;
        if (span >= days && span <= MaxDays)
        {
            return true;
        }

        row.Issues.Error(row.SpotOf(lastKey), Codes.BadHoliday, $"{days} days off do not fit into a span of {span} days",
            $"Name the first and the last day, at most {MaxDays} days in all.");
        return false;
    }

    private static bool? ReadCertainty(YamlMap row)
    {
        switch (row.Text("certainty")?.Text)
        {
            case Certain:
                return true;
            case Uncertain:
                return false;
            case null:
                return null;
            default:
                row.Issues.Error(row.SpotOf("certainty"), Codes.BadHoliday, "the certainty is none of two", $"Write '{Certain}', or '{Uncertain}' while the official notice is awaited.");
                return null;
        }
    }
}
