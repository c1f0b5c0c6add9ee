namespace Outreach.Scheduler.Jobs;

/// <summary>A broadcast that is to begin.</summary>
internal sealed record PlannedDate(Guid BroadcastId, DateTimeOffset At);
