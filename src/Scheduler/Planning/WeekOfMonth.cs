namespace Outreach.Scheduler.Planning;

/// <summary>Which one of a month's Mondays, Tuesdays… A fifth is not in every month, so there is none.</summary>
public enum WeekOfMonth
{
    First,
    Second,
    Third,
    Fourth,
    Last,
}
