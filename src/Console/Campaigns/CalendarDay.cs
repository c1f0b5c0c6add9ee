using Outreach.Content.Shared;

namespace Outreach.Staff.Campaigns;

/// <summary>One day of the calendar of sending.</summary>
internal sealed record CalendarDay(DateOnly Day, bool IsToday, Holiday? Holiday, IReadOnlyList<CalendarEvent> Events, IReadOnlyList<CalendarEntry> Entries)
{
    public bool IsEmpty => Holiday is null && Entries.Count == 0 && !Marks.Any();

    /// <summary>Of a long span only its first day says so: thirty days in a row would say nothing.</summary>
    public IEnumerable<CalendarEvent> Marks => Events.Where(each => (each.Month == Day.Month && each.Day == Day.Day) || !IsLong(each));

    private static bool IsLong(CalendarEvent each) => each.Month != each.UntilMonth || each.UntilDay - each.Day > 7;
}
