namespace Outreach.Storage.Polling;

/// <summary>How far a polling channel has read.</summary>
internal sealed class PollOffset
{
    public required string Channel { get; init; }
    public long Offset { get; set; }
}
