namespace Outreach.Storage.Turns;

/// <summary>A reply not yet known to be sent. Its row goes once it is: no address outlives its use.</summary>
internal sealed class OutboxReply
{
    public required Guid Id { get; init; }

    /// <summary>Order of writing; given by the database.</summary>
    public long Sequence { get; init; }

    public required string Channel { get; init; }
    public required byte[] Address { get; init; }
    public required string Plan { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
}
