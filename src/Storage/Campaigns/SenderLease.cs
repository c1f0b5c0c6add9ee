namespace Outreach.Storage.Campaigns;

/// <summary>Which node sends on a channel: one at a time, so that one bot token has one budget.</summary>
public sealed class SenderLease
{
    public required string Channel { get; init; }

    /// <summary>Random, one a process.</summary>
    public required Guid Holder { get; init; }

    /// <summary>Grows by one with each take-over. What is written under a lower one is refused.</summary>
    public required long Fence { get; init; }

    /// <summary>By the database's clock: nodes may disagree on the hour.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The holder's connection: when the database says that it is gone, nobody waits for the lease to run out.</summary>
    public required int BackendPid { get; init; }

    public required DateTimeOffset BackendStart { get; init; }

    /// <summary>Until when the channel asked to hear nothing, by the database's clock: whoever holds the lease next keeps it too. Null = it never did.</summary>
    public DateTimeOffset? SilentUntil { get; init; }
}
