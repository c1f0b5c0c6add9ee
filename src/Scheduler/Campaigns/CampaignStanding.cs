using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>How a campaign stands.</summary>
public sealed record CampaignStanding
{
    public required Campaign Campaign { get; init; }
    public required CampaignPlan Plan { get; init; }

    /// <summary>Each time it was sent back, the latest first; empty in lists.</summary>
    public IReadOnlyList<CampaignReturn> Returns { get; init; } = [];

    /// <summary>Why it was sent back, as long as that is not answered; null where it was not.</summary>
    public CampaignReturn? Returned => Returns.FirstOrDefault(r => r.IsOpen);

    /// <summary>All its broadcasts, the earliest first.</summary>
    public required IReadOnlyList<Broadcast> Broadcasts { get; init; }

    /// <summary>What runs, is paused or waits; else what comes next; else the last. Null before the start.</summary>
    public Broadcast? Current { get; init; }

    /// <summary>Of <see cref="Current"/>.</summary>
    public BroadcastCounts Counts { get; init; } = new();

    /// <summary>Of <see cref="Current"/>: the subscribers whose message was on its way when its sender was killed.</summary>
    public IReadOnlyList<Guid> Doubts { get; init; } = [];

    /// <summary>Of <see cref="Current"/>: how many were in doubt, also when their rows are gone and nobody is listed any more.</summary>
    public long DoubtCount => Current?.Doubts ?? Doubts.Count;

    /// <summary>When <see cref="Current"/> begins or began; before the start, when it would; null = when it is started.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>Of <see cref="Current"/>, else of the campaign, as JSON and command line name it.</summary>
    public string State => Campaign.State == CampaignState.Cancelled || Current is null ? Words.Of(Campaign.State.ToString()) : Words.Of(Current.State.ToString());
}
