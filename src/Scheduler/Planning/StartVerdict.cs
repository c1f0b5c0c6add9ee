namespace Outreach.Scheduler.Planning;

/// <summary>What to do with a broadcast that is due.</summary>
public enum StartVerdict
{
    Send,

    /// <summary>Wait until a person says yes.</summary>
    Ask,
}
