namespace Outreach.Storage.Turns;

public enum ReplyOutcome
{
    Sent,

    /// <summary>The channel refused it for good, or the person left.</summary>
    Failed,
}
