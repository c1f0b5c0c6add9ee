namespace Outreach.Scheduler.Campaigns;

/// <summary>Which deliveries are sent once more.</summary>
public enum RetryWhat
{
    Failed,

    /// <summary>Skipped because they had got another campaign shortly before.</summary>
    Capped,

    /// <summary>Left in doubt; some may have arrived already.</summary>
    InDoubt,
}
