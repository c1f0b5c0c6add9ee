namespace Outreach.Scheduler.Rehearsal;

/// <summary>What stands in the calendar of campaigns.</summary>
public enum CalendarKind
{
    Campaign,
    Holiday,

    /// <summary>A day of the legal-awareness calendar.</summary>
    Legal,
}
