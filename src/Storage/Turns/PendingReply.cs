namespace Outreach.Storage.Turns;

/// <summary>A reply that is stored before it is sent, as what to say (ids), never as text.</summary>
public sealed record PendingReply
{
    /// <summary>The table's name, which its sealed addresses are bound to.</summary>
    public const string Table = "outbox";

    /// <summary>Random, version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>The channel's name.</summary>
    public required string Channel { get; init; }

    /// <summary>The address, sealed and bound to <see cref="Id"/>.</summary>
    public required byte[] Address { get; init; }

    /// <summary>JSON of the reply's recipe: answer ids, phrase keys, a language.</summary>
    public required string Plan { get; init; }

    /// <summary>When its turn was written. Given by the store: meaningful in what is loaded.</summary>
    public DateTimeOffset QueuedAt { get; init; }
}
