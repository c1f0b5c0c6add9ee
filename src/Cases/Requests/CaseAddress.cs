namespace Outreach.Cases.Requests;

/// <summary>Where a chat is reached. It passes through memory alone.</summary>
/// <param name="Channel">A channel's name, as <c>telegram</c>.</param>
/// <param name="Value">The channel's own address of the chat; never logged or shown.</param>
public sealed record CaseAddress(string Channel, string Value)
{
    public override string ToString() => Channel;
}
