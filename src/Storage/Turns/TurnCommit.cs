namespace Outreach.Storage.Turns;

/// <summary>The whole effect of one turn, written in one group commit.</summary>
public sealed record TurnCommit
{
    /// <summary>HMAC of channel and update id: what a replay is known by.</summary>
    public required byte[] SeenKey { get; init; }

    /// <summary>HMAC of channel and address.</summary>
    public required byte[] ConversationKey { get; init; }

    /// <summary>The conversation's new state; null = as it was.</summary>
    public ConversationState? State { get; init; }

    /// <summary>The replies to send, in order.</summary>
    public IReadOnlyList<PendingReply> Replies { get; init; } = [];

    /// <summary>A question nobody could answer, masked, with no reference to who asked; or null.</summary>
    public UnansweredDraft? Unanswered { get; init; }

    /// <summary>Counters of the day to raise by one.</summary>
    public IReadOnlyList<CounterName> Counters { get; init; } = [];
}
