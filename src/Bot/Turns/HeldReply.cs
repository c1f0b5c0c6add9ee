using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>A reply on its way.</summary>
/// <param name="OutboxId">Its row in the outbox; null = it was never stored.</param>
/// <param name="Since">When its turn was handled.</param>
internal sealed record HeldReply(Guid? OutboxId, ChannelAddress Address, ReplyPlan Plan, DateTimeOffset Since)
{
    public override string ToString() => $"A reply on {Address}";
}
