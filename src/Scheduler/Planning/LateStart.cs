namespace Outreach.Scheduler.Planning;

/// <summary>Whether a broadcast whose hour has passed may still begin by itself: after a long stop the message may no longer be true.</summary>
public static class LateStart
{
    /// <param name="most">As late as it may be and still begin by itself (Scheduler:LateStartHours).</param>
    public static StartVerdict Judge(DateTimeOffset plannedAt, DateTimeOffset now, TimeSpan most) =>
        now - plannedAt <= most ? StartVerdict.Send : StartVerdict.Ask;
}
