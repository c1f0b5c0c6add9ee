using FsCheck;
using FsCheck.Fluent;
using Outreach.Content.Shared;
using Outreach.Scheduler.Planning;

namespace Outreach.Scheduler.Tests.Planning;

public sealed class TimetableTests
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Fact]
    public void Once_comes_once() =>
        Assert.Equal(["2027-03-08"], Days(new Recurrence.Once(new(2027, 3, 8)) { At = Nine }, 5));

    [Fact]
    public void The_31st_is_the_last_day_of_shorter_months() =>
        Assert.Equal(["2027-01-31", "2027-02-28", "2027-03-31", "2027-05-02"], Days(new Recurrence.MonthlyDay(31) { At = Nine }, 4));

    [Fact]
    public void The_second_Sunday_of_each_month() =>
        Assert.Equal(["2027-01-10", "2027-02-14", "2027-03-14"], Days(new Recurrence.MonthlyWeekday(WeekOfMonth.Second, DayOfWeek.Sunday) { At = Nine }, 3));

    [Fact]
    public void The_last_Friday_is_the_fourth_or_the_fifth() =>
        Assert.Equal(["2027-01-29", "2027-02-26", "2027-03-26", "2027-05-02"], Days(new Recurrence.MonthlyWeekday(WeekOfMonth.Last, DayOfWeek.Friday) { At = Nine }, 4));

    [Fact]
    public void The_last_working_day_is_no_weekend_and_no_holiday() =>
        Assert.Equal(["2027-01-29", "2027-02-26", "2027-03-31", "2027-04-29", "2027-05-31"], Days(new Recurrence.LastWorkingDay { At = Nine }, 5));

    [Fact]
    public void The_last_working_day_goes_back_over_all_of_Tet_and_is_asked_about()
    {
        var next = new Timetable(new Recurrence.LastWorkingDay { At = Nine }, Zones.Vietnam, SomeHolidays.Table).Next(Utc(2028, 1, 1))!;

        Assert.Equal((new DateOnly(2028, 1, 31), new DateOnly(2028, 1, 21), "tet", true), (next.Due, next.Day, next.MovedFor!.Id, next.AskFirst));
    }

    [Fact]
    public void Each_year_on_a_date() =>
        Assert.Equal(["2027-11-09", "2028-11-09"], Days(new Recurrence.Yearly(11, 9) { At = Nine }, 2));

    [Fact]
    public void The_29th_of_February_is_the_28th_in_other_years() =>
        Assert.Equal(["2027-02-28", "2028-02-29"], Days(new Recurrence.Yearly(2, 29) { At = Nine }, 2));

    [Fact]
    public void A_series_has_one_message_a_month_each_in_its_own_month()
    {
        var series = new Recurrence.Series(new(2027, 3, 1), 9) { At = Nine };

        var met = new Timetable(series, Zones.Vietnam, SomeHolidays.Table).Upcoming(Utc(2027, 1, 1), 20);

        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2], met.Select(o => o.Message!.Value));
        Assert.Equal(new DateOnly(2028, 2, 9), met[^1].Day);
    }

    [Fact]
    public void A_move_over_the_months_end_skips_no_month_and_keeps_the_message()
    {
        var series = new Recurrence.Series(new(2027, 1, 1), 31) { At = Nine };
        var holidays = SomeHolidays.Only(new(2000, 1, 30), new(2000, 2, 10));

        var met = new Timetable(series, Zones.Vietnam, holidays).Upcoming(Utc(2027, 1, 1), 3);

        Assert.Equal([(1, new(2027, 2, 11)), (2, new(2027, 2, 28)), (3, new(2027, 3, 31))], met.Select(o => (o.Message!.Value, o.Day)));
    }

    [Fact]
    public void Two_months_pushed_onto_one_day_are_sent_on_two()
    {
        var holidays = SomeHolidays.Only(new(2000, 1, 5), new(2000, 3, 1));
        var timetable = new Timetable(new Recurrence.MonthlyDay(9) { At = Nine }, Zones.Vietnam, holidays);

        Assert.Equal([new(2027, 3, 2), new(2027, 3, 3), new DateOnly(2027, 3, 9)], timetable.Upcoming(Utc(2027, 1, 1), 3).Select(o => o.Day));
        Assert.Equal(new DateOnly(2027, 3, 3), timetable.Next(Utc(2027, 3, 2, 2))!.Day);
    }

    [Fact]
    public void Days_off_that_are_announced_late_neither_repeat_nor_skip_a_month()
    {
        var rule = new Recurrence.MonthlyDay(9) { At = Nine };
        var sent = new Timetable(rule, Zones.Vietnam, SomeHolidays.Only(new(2000, 2, 8), new(2000, 2, 9))).Next(Utc(2027, 2, 1))!;
        var mended = new Timetable(rule, Zones.Vietnam, SomeHolidays.Only(new(2000, 2, 8), new(2000, 2, 11)));

        Assert.Equal(new DateOnly(2027, 2, 10), sent.Day);
        Assert.Equal(new DateOnly(2027, 3, 9), mended.Following(sent.Due)!.Day);
        Assert.Equal(new DateOnly(2027, 2, 12), mended.Following(new(2027, 1, 9))!.Day);
    }

    [Theory]
    [InlineData("America/New_York", "2027-03-14", "02:30", "2027-03-14T07:00:00Z")] // leapt over: the first instant after
    [InlineData("America/New_York", "2027-11-07", "01:30", "2027-11-07T05:30:00Z")] // twice: the first of both
    [InlineData("Australia/Lord_Howe", "2027-10-03", "02:15", "2027-10-02T15:30:00Z")]
    [InlineData("Asia/Beirut", "2027-03-28", "00:00", "2027-03-27T22:00:00Z")]
    public void A_time_that_clocks_leap_over_or_show_twice_comes_once(string zone, string day, string time, string instant)
    {
        var rule = new Recurrence.Once(DateOnly.Parse(day, null)) { At = TimeOnly.Parse(time, null) };

        var next = new Timetable(rule, Zones.Of(zone), HolidayTable.Empty).Next(Utc(2027, 1, 1))!;

        Assert.Equal(DateTimeOffset.Parse(instant, null), next.At);
        Assert.Equal(DateOnly.Parse(day, null), next.Day);
    }

    [Fact]
    public void Whatever_the_rule_and_the_holidays_each_month_comes_once_and_in_order()
    {
        var cases =
            from day in Gen.Choose(1, 31)
            from minute in Gen.Choose(0, (24 * 60) - 1)
            from zone in Gen.Elements(Zones.Names)
            from first in Gen.Choose(1, 330)
            from length in Gen.Choose(1, 45)
            from start in Gen.Choose(0, 3000)
            select (Rule: Monthly(day, minute), Zone: Zones.Of(zone), Holidays: Span(first, length), Start: Utc(2026, 1, 1).AddDays(start));

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var timetable = new Timetable(c.Rule, c.Zone, c.Holidays);
            var met = timetable.Upcoming(c.Start, 30);

            Assert.Equal(30, met.Count);
            foreach (var (before, after) in met.Zip(met.Skip(1)))
            {
                Assert.Equal(Month(before.Due) + 1, Month(after.Due));
                Assert.True(before.Day < after.Day);
                Assert.Equal(after, timetable.Next(before.At));
                Assert.Equal(after, timetable.Following(before.Due));
            }

            Assert.All(met, o => Assert.Null(c.Holidays.On(o.Day)));
            Assert.All(met, o => Assert.Equal(o.Day, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(o.At, c.Zone).DateTime)));
        }).QuickCheckThrowOnFailure();

        static int Month(DateOnly day) => (day.Year * 12) + day.Month;
    }

    private static Recurrence Monthly(int day, int minute)
    {
        var at = TimeOnly.MinValue.AddMinutes(minute);
        return (day % 3) switch
        {
            0 => new Recurrence.MonthlyWeekday((WeekOfMonth)(day % 5), (DayOfWeek)(day % 7)) { At = at },
            1 => new Recurrence.LastWorkingDay { At = at },
            _ => new Recurrence.MonthlyDay(day) { At = at },
        };
    }

    private static HolidayTable Span(int dayOfYear, int length)
    {
        var from = new DateOnly(2001, 1, 1).AddDays(dayOfYear);
        return SomeHolidays.Only(from, from.AddDays(length - 1));
    }

    private static IEnumerable<string> Days(Recurrence rule, int count) =>
        new Timetable(rule, Zones.Vietnam, SomeHolidays.Table).Upcoming(Utc(2027, 1, 1), count).Select(o => o.Day.ToString("yyyy-MM-dd", null));

    private static DateTimeOffset Utc(int year, int month, int day, int hour = 0) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
