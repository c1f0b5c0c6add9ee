using Outreach.Content.Shared;

namespace Outreach.Scheduler.Planning;

/// <summary>The dates of a rule in a zone, off the holidays. Pure: no clock, no store.</summary>
/// <remarks>Each due day gives one occurrence, and each occurrence is on a later day than the one before, however holidays push them.</remarks>
public sealed class Timetable(Recurrence rule, TimeZoneInfo zone, HolidayTable holidays)
{
    /// <summary>A date never moves so far; whoever begins this much earlier meets every date that was pushed past a day.</summary>
    private const int LongestMoveDays = 92;

    /// <summary>The first date after an instant; null where there is none any more.</summary>
    public Occurrence? Next(DateTimeOffset after) => Around(LocalDay(after)).FirstOrDefault(o => o.At > after);

    /// <summary>The dates after an instant, at most <paramref name="count"/>.</summary>
    public IReadOnlyList<Occurrence> Upcoming(DateTimeOffset from, int count) => [.. Around(LocalDay(from)).Where(o => o.At > from).Take(count)];

    /// <summary>The date that follows a due day, past or not: holidays that were mended in between can neither skip nor repeat one.</summary>
    public Occurrence? Following(DateOnly due) => Around(due).FirstOrDefault(o => o.Due > due);

    private DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(LocalClock.At(instant, zone));

    private IEnumerable<Occurrence> Around(DateOnly day)
    {
        var before = DateOnly.MinValue;
        foreach (var due in rule.Due(day.DayNumber > LongestMoveDays ? day.AddDays(-LongestMoveDays) : DateOnly.MinValue))
        {
            var occurrence = On(due, earliest: before.AddDays(1));
            before = occurrence.Day;
            yield return occurrence;
        }
    }

    private Occurrence On(DateOnly due, DateOnly earliest)
    {
        var met = new List<Holiday>();
        var day = Forward(rule is Recurrence.LastWorkingDay ? Back(due, met) : due, met);
        day = day >= earliest ? day : Forward(earliest, met);
        var at = LocalClock.Instant(day, rule.At, zone);
        return new Occurrence(at, LocalDay(at), due, met.FirstOrDefault(), DoubtOf(due, met), rule is Recurrence.Series ? due.Month : null);
    }

    /// <summary>The last working day on or before a day; the day itself in a month that has none.</summary>
    private DateOnly Back(DateOnly due, List<Holiday> met)
    {
        for (var day = due; day.Month == due.Month; day = day.AddDays(-1))
        {
            if (!IsOff(day, met) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                return day;
            }
        }

        return due;
    }

    private DateOnly Forward(DateOnly from, List<Holiday> met)
    {
        var day = from;
        while (IsOff(day, met) && day.DayNumber - from.DayNumber < LongestMoveDays)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private bool IsOff(DateOnly day, List<Holiday> met)
    {
        if (rule.EvenOnHolidays || holidays.On(day) is not { } holiday)
        {
            return false;
        }

        met.Add(holiday);
        return true;
    }

    private DateDoubt DoubtOf(DateOnly due, List<Holiday> met) => rule.EvenOnHolidays ? DateDoubt.None
        : due > holidays.Reaches ? DateDoubt.HolidaysNotWritten
        : met.Any(h => !h.Certain) ? DateDoubt.DaysOffNotAnnounced
        : DateDoubt.None;
}
