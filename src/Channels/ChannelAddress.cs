namespace Outreach.Channels;

/// <summary>Where to reach one conversation on one channel. Never written to a log: it prints as its channel alone.</summary>
/// <param name="Channel"><c>telegram</c>, <c>directline</c>, <c>web</c> or <c>terminal</c>.</param>
/// <param name="Value">The channel's own id of the conversation (a chat id).</param>
public sealed record ChannelAddress(string Channel, string Value)
{
    public override string ToString() => $"{Channel}:***";
}
