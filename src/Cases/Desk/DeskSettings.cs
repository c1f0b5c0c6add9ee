namespace Outreach.Cases.Desk;

/// <summary>How the desk works.</summary>
internal sealed record DeskSettings
{
    /// <summary>How long a reply waits for its writer to think again.</summary>
    public TimeSpan ReplyHold { get; init; } = TimeSpan.FromSeconds(10);
}
