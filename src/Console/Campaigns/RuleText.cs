using System.Globalization;
using Outreach.Scheduler.Planning;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Campaigns;

/// <summary>Rules, their dates and their faults in words, for pages and for the command line.</summary>
public static class RuleText
{
    /// <summary>The last day that every month has.</summary>
    private const int LastDayOfAll = 28;

    /// <summary>The rule as a sentence.</summary>
    /// <param name="rule">Null = sent when it is started.</param>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    public static string Of(Recurrence? rule, string language)
    {
        return rule switch
        {
            null => Phrases.Get(language, "rule.at-start"),
            Recurrence.Once once => Say("rule.once", ("date", once.On)),
            Recurrence.MonthlyDay monthly => Say(monthly.Day > LastDayOfAll ? "rule.monthly-day-or-last" : "rule.monthly-day", ("day", monthly.Day)),
            Recurrence.MonthlyWeekday weekly => Say("rule.monthly-weekday",
                ("week", Phrases.Get(language, $"week.{weekly.Week}")), ("weekday", Phrases.Get(language, $"weekday.{weekly.Weekday}"))),
            Recurrence.LastWorkingDay => Say("rule.last-working-day"),
            Recurrence.Yearly yearly => Say("rule.yearly", ("day", yearly.Day), ("month", yearly.Month)),
            Recurrence.Series series => Say("rule.series", ("first", series.First.ToString("MM/yyyy", CultureInfo.InvariantCulture)), ("day", series.Day)),
            _ => throw new ArgumentException("A rule of a kind that has no words.", nameof(rule)),
        };

        string Say(string key, params ReadOnlySpan<(string, object)> values) =>
            Get(language, key, [.. values, ("time", rule.At), ("holidays", Phrases.Get(language, HolidayKey(rule)))]);
    }

    /// <summary>What is to be said beside a date: what it moved off, and why it is asked about; null where there is nothing.</summary>
    public static string? Of(Occurrence occurrence, string language)
    {
        List<string> notes = [];
        if (occurrence.MovedFor is { } holiday)
        {
            notes.Add(Get(language, "occurrence.moved", ("due", occurrence.Due), ("holiday", holiday.Name.In(language))));
        }

        if (occurrence.AskFirst)
        {
            notes.Add(Phrases.Get(language, $"occurrence.{occurrence.Doubt}"));
        }

        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    /// <summary>What is wrong with a rule, why, and how to mend it.</summary>
    public static string Of(RuleFault fault, string language) => Get(language, $"rule-fault.{fault.Kind}", fault.Values);

    private static string HolidayKey(Recurrence rule) => rule.EvenOnHolidays ? "rule.even-on-holidays"
        : rule is Recurrence.LastWorkingDay ? "rule.before-holidays" : "rule.off-holidays";

    private static string Get(string language, string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var shown = new (string, object)[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            shown[i] = (values[i].Name, Show(values[i].Value));
        }

        return Phrases.Get(language, key, shown);
    }

    private static object Show(object value) => value switch
    {
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => value,
    };
}
