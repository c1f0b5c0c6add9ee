namespace Outreach.Scheduler.Campaigns;

/// <summary>Which channels a message may be sent on that nobody asked for at that moment. A chat page has nobody to wake.</summary>
public static class Reachable
{
    public static IReadOnlyList<string> Channels { get; } = ["telegram"];
}
