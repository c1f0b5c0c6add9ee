using System.Globalization;
using Outreach.Scheduler.Rehearsal;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>One day of the calendar as its page shows it.</summary>
internal sealed record CalendarDay
{
    public required DateOnly Day { get; init; }
    public required bool IsToday { get; init; }

    /// <summary>The certain one where there are two.</summary>
    public CalendarDate? Holiday { get; init; }

    /// <summary>Days of the legal calendar. Of a long span only its first day says so: thirty days in a row would say nothing.</summary>
    public required IReadOnlyList<CalendarDate> Marks { get; init; }

    /// <summary>What was or will be sent, by time; what was called off is left out.</summary>
    public required IReadOnlyList<CalendarDate> Entries { get; init; }

    public bool IsEmpty => Holiday is null && Entries.Count == 0 && Marks.Count == 0;

    /// <param name="dates">Of the calendar, on whatever days.</param>
    public static CalendarDay Of(DateOnly day, DateOnly today, IReadOnlyList<CalendarDate> dates)
    {
        var here = dates.Where(date => date.Day <= day && date.Until >= day).ToList();
        var holiday = here.Where(date => date.Kind == CalendarKind.Holiday).OrderBy(date => date.IsUncertain).FirstOrDefault();
        return new CalendarDay
        {
            Day = day,
            IsToday = day == today,
            Holiday = holiday,
            Marks = [.. here.Where(date => date.Kind == CalendarKind.Legal && (date.Day == day || !IsLong(date)) && !IsSame(date, holiday))],
            Entries = [.. here.Where(date => date.Kind == CalendarKind.Campaign && date.OfBroadcast != BroadcastState.Cancelled).OrderBy(date => date.At)],
        };
    }

    private static bool IsLong(CalendarDate date) => date.Day.Month != date.Until.Month || date.Until.DayNumber - date.Day.DayNumber > 7;

    /// <summary>A public holiday stands in the legal calendar too, perhaps with its marks on other letters.</summary>
    private static bool IsSame(CalendarDate legal, CalendarDate? holiday) => holiday is not null
        && CultureInfo.InvariantCulture.CompareInfo.Compare(legal.Name.Vi, holiday.Name.Vi, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
}
