using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>The moving part of a campaign's page.</summary>
/// <param name="Said">How many tenths were told last; null = nothing yet.</param>
internal sealed record ShownProgress(Broadcast Broadcast, BroadcastProgressShown Progress, int? Said)
{
    public bool IsLive => Broadcast.State is BroadcastState.Running or BroadcastState.Paused;
}
