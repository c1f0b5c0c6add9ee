using Outreach.Scheduler.Planning;

namespace Outreach.Staff.Campaigns.Forms;

/// <summary>When a campaign is sent, as typed.</summary>
public sealed class RuleForm
{
    public const string AtStart = "start";
    public const string Series = "series";

    private const string DefaultTime = "19:00";

    /// <summary>Those of one message, in the order of the page.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [AtStart, "once", "monthly-day", "monthly-weekday", "last-working-day", "yearly"];

    public string? Kind { get; set; } = AtStart;
    public string? On { get; set; }
    public string? At { get; set; } = DefaultTime;
    public string? Day { get; set; } = "9";
    public string? Week { get; set; }
    public string? Weekday { get; set; }
    public string? Month { get; set; } = "11";
    public string? MonthDay { get; set; } = "9";
    public string? FirstMonth { get; set; }
    public bool EvenOnHolidays { get; set; }

    public static RuleForm Of(Recurrence? rule)
    {
        var form = new RuleForm();
        if (rule is null)
        {
            return form;
        }

        (form.At, form.EvenOnHolidays) = (FormText.Of(rule.At), rule.EvenOnHolidays);
        switch (rule)
        {
            case Recurrence.Once once:
                (form.Kind, form.On) = ("once", FormText.Of(once.On));
                break;
            case Recurrence.MonthlyDay monthly:
                (form.Kind, form.Day) = ("monthly-day", FormText.Of(monthly.Day));
                break;
            case Recurrence.MonthlyWeekday weekly:
                (form.Kind, form.Week, form.Weekday) = ("monthly-weekday", weekly.Week.ToString(), weekly.Weekday.ToString());
                break;
            case Recurrence.LastWorkingDay:
                form.Kind = "last-working-day";
                break;
            case Recurrence.Yearly yearly:
                (form.Kind, form.Month, form.MonthDay) = ("yearly", FormText.Of(yearly.Month), FormText.Of(yearly.Day));
                break;
            case Recurrence.Series series:
                (form.Kind, form.FirstMonth, form.Day) = (Series, FormText.Month(series.First), FormText.Of(series.Day));
                break;
        }

        return form;
    }

    /// <param name="faults">What of it is no date, no time or no number: phrases by field.</param>
    /// <returns>Null where it is sent when it is started, and where there are faults.</returns>
    public Recurrence? Read(Dictionary<string, string> faults)
    {
        if (Kind is null or AtStart)
        {
            return null;
        }

        var at = Need(FormText.Time(At), "At", "editor.need-time", faults);
        Recurrence? rule = Kind switch
        {
            "once" => new Recurrence.Once(Need(FormText.Day(On), "On", "editor.need-date", faults)) { At = at },
            "monthly-day" => new Recurrence.MonthlyDay(FormText.Number(Day) ?? 0) { At = at },
            "monthly-weekday" => new Recurrence.MonthlyWeekday(Named<WeekOfMonth>(Week), Named<DayOfWeek>(Weekday)) { At = at },
            "last-working-day" => new Recurrence.LastWorkingDay { At = at },
            "yearly" => new Recurrence.Yearly(FormText.Number(Month) ?? 0, FormText.Number(MonthDay) ?? 0) { At = at },
            Series => new Recurrence.Series(Need(FormText.FirstOfMonth(FirstMonth), "FirstMonth", "editor.need-month", faults), FormText.Number(Day) ?? 0) { At = at },
            _ => null,
        };
        return rule is null || faults.Count > 0 ? null : rule with { EvenOnHolidays = EvenOnHolidays };
    }

    private static T Need<T>(T? value, string field, string phrase, Dictionary<string, string> faults)
        where T : struct
    {
        if (value is null)
        {
            faults[field] = phrase;
        }

        return value ?? default;
    }

    /// <summary>A name that is none gives a value that is none, which the check of the rule names.</summary>
    private static T Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : (T)Enum.ToObject(typeof(T), -1);
}
