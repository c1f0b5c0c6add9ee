using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>What a turn answered in place: for a channel whose answer is the response to its request (the chat page without script).</summary>
/// <param name="Replies">In order; empty for a replay or a silent turn.</param>
internal sealed record TurnReply(TurnReceipt Receipt, IReadOnlyList<Reply> Replies)
{
    /// <summary>It was about help: what was typed is not shown again.</summary>
    public bool IsDiscreet { get; init; }
}
