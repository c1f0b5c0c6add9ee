namespace Outreach.Storage.Operations;

public enum FindingLevel
{
    Ok,

    /// <summary>Works, and should be looked at.</summary>
    Warn,

    /// <summary>The service will not start, or not keep what it promises.</summary>
    Fault,
}
