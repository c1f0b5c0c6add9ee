using Outreach.Content.Shared;

namespace Outreach.Content.Loading;

internal sealed record CalendarPart(IReadOnlyList<CalendarMonth> Months, IReadOnlyList<CalendarEvent> Events)
{
    public CalendarPart((List<CalendarMonth> Months, List<CalendarEvent> Events) read)
        : this(read.Months, read.Events)
    {
    }
}
