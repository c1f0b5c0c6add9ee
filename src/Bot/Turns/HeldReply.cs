using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>A reply on its way.</summary>
/// <param name="OutboxId">Its row in the outbox; null = it was never stored.</param>
/// <param name="Since">When its turn was handled.</param>
internal sealed record HeldReply(Guid? OutboxId, ChannelAddress Address, ReplyPlan Plan, DateTimeOffset Since)
{
    /// <summary>The message it is put in the place of, where the channel can; not stored: after a crash it comes as a new one.</summary>
    public string? Replaces { get; init; }

    /// <summary>What to send where it is no plan's: words that are kept nowhere and composed for one person alone.</summary>
    public Reply? Ready { get; init; }

    /// <summary>Told what the channel took.</summary>
    public Action<SendOutcome.Sent>? Taken { get; init; }

    /// <summary>A reply that is never stored.</summary>
    public static HeldReply Of(ChannelAddress address, Reply ready, DateTimeOffset since) =>
        new(null, address, ReplyPlan.Of(ready.Language), since) { Ready = ready };

    public override string ToString() => $"A reply on {Address}";
}
