namespace Outreach.Scheduler.Planning;

/// <summary>What is wrong with a rule; each has a sentence among the console's phrases.</summary>
public enum RuleFaultKind
{
    /// <summary>Months have days 1 to 31.</summary>
    NoSuchDayOfMonth,

    /// <summary>No year has this date, for example 31 February.</summary>
    NoSuchDate,

    /// <summary>There is no such weekday, or no such week of a month.</summary>
    NoSuchWeekday,

    /// <summary>Its only date, or its last, is over.</summary>
    Past,

    /// <summary>So far ahead that surely the year is mistyped.</summary>
    TooFar,
}
