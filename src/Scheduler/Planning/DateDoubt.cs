namespace Outreach.Scheduler.Planning;

/// <summary>Why the date of an occurrence may be wrong.</summary>
public enum DateDoubt
{
    None,

    /// <summary>It moved off days of which the official notice was not known when holidays.yml was written.</summary>
    DaysOffNotAnnounced,

    /// <summary>holidays.yml does not reach so far.</summary>
    HolidaysNotWritten,
}
