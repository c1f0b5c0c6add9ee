using Outreach.Content.Shared;

namespace Outreach.Scheduler.Planning;

/// <summary>Finds the rules that can never fire, before anybody relies on them.</summary>
public static class RuleCheck
{
    private const int AnyLeapYear = 2000;
    private const int MostYearsAhead = 10;

    /// <summary>What is wrong with a rule; null where it will fire.</summary>
    public static RuleFault? Find(Recurrence rule, TimeZoneInfo zone, HolidayTable holidays, DateTimeOffset now) =>
        FormOf(rule) ?? TimeOf(rule, new Timetable(rule, zone, holidays), LocalClock.At(now, zone), now);

    /// <summary>What keeps every date of a rule from being computed, whatever the day is; null where there is nothing of the kind.</summary>
    public static RuleFault? FormOf(Recurrence rule) => rule switch
    {
        Recurrence.MonthlyDay { Day: < 1 or > 31 } monthly => new(RuleFaultKind.NoSuchDayOfMonth, ("day", monthly.Day)),
        Recurrence.Series { Day: < 1 or > 31 } series => new(RuleFaultKind.NoSuchDayOfMonth, ("day", series.Day)),
        Recurrence.MonthlyWeekday weekly when !Enum.IsDefined(weekly.Week) || !Enum.IsDefined(weekly.Weekday) => new(RuleFaultKind.NoSuchWeekday),
        Recurrence.Yearly yearly when yearly.Month is < 1 or > 12 || yearly.Day < 1 || yearly.Day > DateTime.DaysInMonth(AnyLeapYear, yearly.Month) =>
            new(RuleFaultKind.NoSuchDate, ("day", yearly.Day), ("month", yearly.Month)),
        _ => null,
    };

    private static RuleFault? TimeOf(Recurrence rule, Timetable timetable, DateTime localNow, DateTimeOffset now)
    {
        var lastStart = DateOnly.FromDateTime(localNow).AddYears(MostYearsAhead);
        return rule switch
        {
            Recurrence.Once once when once.On > lastStart => new(RuleFaultKind.TooFar, ("date", once.On), ("years", MostYearsAhead)),
            Recurrence.Series series when series.First > lastStart => new(RuleFaultKind.TooFar, ("date", series.First), ("years", MostYearsAhead)),
            Recurrence.Once once when timetable.Next(now) is null => new(RuleFaultKind.Past, ("date", once.On), ("time", once.At)),
            Recurrence.Series series when timetable.Next(now) is null =>
                new(RuleFaultKind.Past, ("date", series.Due(DateOnly.MinValue).Last()), ("time", series.At)),
            _ => null,
        };
    }
}
