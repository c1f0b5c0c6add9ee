namespace Outreach.Scheduler.Delivery;

/// <summary>A lease that this node tries to hold.</summary>
/// <param name="Name">A channel to send on, or another thing that one node at a time does; at most 32 characters.</param>
public sealed record KeptLease(string Name)
{
    /// <summary>Held by the node that asks a channel for its updates.</summary>
    public static string ForUpdatesOf(string channel) => channel + "/updates";
}
