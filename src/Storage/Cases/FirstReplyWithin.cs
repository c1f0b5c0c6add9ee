namespace Outreach.Storage.Cases;

/// <summary>How soon staff first replied: all that is kept of that time. Stored by name: append, never rename.</summary>
public enum FirstReplyWithin
{
    /// <summary>Nobody has replied.</summary>
    None,

    /// <summary>15 minutes.</summary>
    QuarterHour,

    Hour,
    FourHours,
    Day,
    Longer,
}
