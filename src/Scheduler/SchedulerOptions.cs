namespace Outreach.Scheduler;

/// <summary>How campaigns are sent, where they do not say otherwise (<c>Scheduler:*</c>).</summary>
public sealed class SchedulerOptions
{
    public const string Section = "Scheduler";

    /// <summary>Messages of broadcasts on their way at once, on each channel (1 to 512): so many may be in doubt after a hard kill.</summary>
    /// <remarks>Raise it to rate × round trip: a limit of 1,000 a second with 80 ms there and back needs 80.</remarks>
    public int Concurrency { get; set; } = 8;

    /// <summary>When nobody is written to unasked, by the organisation's clock: <c>21:00-07:00</c>, or <c>none</c>.</summary>
    public string QuietHours { get; set; } = "21:00-07:00";

    /// <summary>So many hours late a broadcast still begins by itself (0 to 168); later a person is asked.</summary>
    public int LateStartHours { get; set; } = 6;
}
