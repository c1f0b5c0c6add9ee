using Outreach.Content.Shared;
using Outreach.Scheduler.Planning;

namespace Outreach.Scheduler.Tests.Planning;

/// <summary>Ten years of the monthly Law Day: the 9th, at nine.</summary>
public sealed class LawDayTests
{
    private static readonly Recurrence LawDay = new Recurrence.MonthlyDay(9) { At = new(9, 0) };

    [Theory]
    [MemberData(nameof(Zones.All), MemberType = typeof(Zones))]
    public void Ten_years_of_Law_Days_come_each_once_on_the_right_day_at_nine(string name)
    {
        var zone = Zones.Of(name);
        var start = new DateTimeOffset(2026, 12, 31, 23, 0, 0, zone.GetUtcOffset(new DateTime(2026, 12, 31, 23, 0, 0)));

        var met = OneByOne(new Timetable(LawDay, zone, SomeHolidays.Table), start, 120);

        Assert.Equal(Months(2027, 120), met.Select(o => (o.Due.Year, o.Due.Month)));
        Assert.All(met, occurrence =>
        {
            var local = TimeZoneInfo.ConvertTime(occurrence.At, zone);
            Assert.Equal(TimeSpan.Zero, occurrence.At.Offset);
            Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(local.DateTime));
            Assert.Equal(occurrence.Day, DateOnly.FromDateTime(local.DateTime));
            Assert.Equal(9, occurrence.Due.Day);
            Assert.Equal(FirstWorkable(occurrence.Due), occurrence.Day);
        });
    }

    [Fact]
    public void Tet_moves_the_Law_Days_it_falls_on_and_those_alone()
    {
        var moved = OneByOne(new Timetable(LawDay, Zones.Vietnam, SomeHolidays.Table), Instant(2026, 1, 1), 132).Where(o => o.Day != o.Due).ToList();

        Assert.Equal(
            [(new(2027, 2, 9), new(2027, 2, 12)), (new(2032, 2, 9), new(2032, 2, 17)), (new(2035, 2, 9), new(2035, 2, 14))],
            moved.Select(o => (o.Due, o.Day)));
        Assert.All(moved, o => Assert.Equal("tet", o.MovedFor!.Id));
        Assert.All(moved, o => Assert.Equal(DateDoubt.DaysOffNotAnnounced, o.Doubt));
    }

    [Fact]
    public void A_Law_Day_off_every_holiday_is_sent_without_asking()
    {
        var next = new Timetable(LawDay, Zones.Vietnam, SomeHolidays.Table).Next(Instant(2026, 11, 22))!;

        Assert.Equal(new Occurrence(Instant(2026, 12, 9, 2), new(2026, 12, 9), new(2026, 12, 9), null, DateDoubt.None, null), next);
        Assert.False(next.AskFirst);
    }

    [Fact]
    public void Past_the_last_Tet_that_is_written_every_date_is_asked_about()
    {
        var upcoming = new Timetable(LawDay, Zones.Vietnam, SomeHolidays.Until(2030)).Upcoming(Instant(2030, 11, 1), 4);

        Assert.Equal([DateDoubt.None, DateDoubt.None, DateDoubt.HolidaysNotWritten, DateDoubt.HolidaysNotWritten], upcoming.Select(o => o.Doubt));
    }

    [Fact]
    public void A_rule_that_is_to_stay_stays_on_Tet()
    {
        var next = new Timetable(LawDay with { EvenOnHolidays = true }, Zones.Vietnam, SomeHolidays.Table).Next(Instant(2027, 2, 1))!;

        Assert.Equal((new DateOnly(2027, 2, 9), DateDoubt.None), (next.Day, next.Doubt));
    }

    /// <summary>As the service asks: each time for the one after the last.</summary>
    private static List<Occurrence> OneByOne(Timetable timetable, DateTimeOffset after, int count)
    {
        var met = new List<Occurrence>();
        while (met.Count < count)
        {
            met.Add(timetable.Next(after)!);
            after = met[^1].At;
        }

        return met;
    }

    private static IEnumerable<(int, int)> Months(int year, int count) =>
        Enumerable.Range(0, count).Select(number => (year + (number / 12), 1 + (number % 12)));

    private static DateOnly FirstWorkable(DateOnly day)
    {
        while (SomeHolidays.Table.On(day) is Holiday)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateTimeOffset Instant(int year, int month, int day, int hour = 0) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
