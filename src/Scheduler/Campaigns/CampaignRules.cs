using System.Collections.Frozen;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Campaigns;

/// <summary>Which step leads where. The only place that says so: page, command line and API ask here.</summary>
public static class CampaignRules
{
    private static readonly FrozenDictionary<(CampaignState, CampaignAct), CampaignState> OfCampaign = new Dictionary<(CampaignState, CampaignAct), CampaignState>
    {
        [(CampaignState.Draft, CampaignAct.Edit)] = CampaignState.Draft,
        [(CampaignState.Draft, CampaignAct.Submit)] = CampaignState.Submitted,
        [(CampaignState.Draft, CampaignAct.Cancel)] = CampaignState.Cancelled,
        // What was submitted or approved is no longer that once it is changed.
        [(CampaignState.Submitted, CampaignAct.Edit)] = CampaignState.Draft,
        [(CampaignState.Submitted, CampaignAct.Approve)] = CampaignState.Approved,
        [(CampaignState.Submitted, CampaignAct.Reject)] = CampaignState.Draft,
        [(CampaignState.Submitted, CampaignAct.Cancel)] = CampaignState.Cancelled,
        [(CampaignState.Approved, CampaignAct.Edit)] = CampaignState.Draft,
        [(CampaignState.Approved, CampaignAct.Reject)] = CampaignState.Draft,
        [(CampaignState.Approved, CampaignAct.Start)] = CampaignState.Started,
        [(CampaignState.Approved, CampaignAct.Cancel)] = CampaignState.Cancelled,
        [(CampaignState.Started, CampaignAct.Cancel)] = CampaignState.Cancelled,
    }.Concat(Enum.GetValues<CampaignState>().Select(state => KeyValuePair.Create((state, CampaignAct.Clone), state))).ToFrozenDictionary();

    private static readonly FrozenDictionary<(BroadcastState, CampaignAct), BroadcastState> OfBroadcast = new Dictionary<(BroadcastState, CampaignAct), BroadcastState>
    {
        [(BroadcastState.Scheduled, CampaignAct.Skip)] = BroadcastState.Cancelled,
        [(BroadcastState.Scheduled, CampaignAct.Cancel)] = BroadcastState.Cancelled,
        [(BroadcastState.Waiting, CampaignAct.SendAnyway)] = BroadcastState.Running,
        [(BroadcastState.Waiting, CampaignAct.Skip)] = BroadcastState.Cancelled,
        [(BroadcastState.Waiting, CampaignAct.Cancel)] = BroadcastState.Cancelled,
        [(BroadcastState.Running, CampaignAct.Pause)] = BroadcastState.Paused,
        [(BroadcastState.Running, CampaignAct.Retry)] = BroadcastState.Running,
        [(BroadcastState.Running, CampaignAct.Cancel)] = BroadcastState.Cancelled,
        [(BroadcastState.Paused, CampaignAct.Resume)] = BroadcastState.Running,
        [(BroadcastState.Paused, CampaignAct.Retry)] = BroadcastState.Paused,
        [(BroadcastState.Paused, CampaignAct.Cancel)] = BroadcastState.Cancelled,
        [(BroadcastState.Done, CampaignAct.Retry)] = BroadcastState.Running,
    }.ToFrozenDictionary();

    /// <summary>Where a step leads; null where it is not possible.</summary>
    public static CampaignState? After(CampaignState state, CampaignAct act) => OfCampaign.TryGetValue((state, act), out var next) ? next : null;

    /// <inheritdoc cref="After(CampaignState, CampaignAct)"/>
    public static BroadcastState? After(BroadcastState state, CampaignAct act) => OfBroadcast.TryGetValue((state, act), out var next) ? next : null;

    /// <summary>What can be done in a state.</summary>
    public static IReadOnlyList<CampaignAct> PossibleIn(CampaignState state) => [.. Enum.GetValues<CampaignAct>().Where(act => After(state, act) is not null)];

    /// <inheritdoc cref="PossibleIn(CampaignState)"/>
    public static IReadOnlyList<CampaignAct> PossibleIn(BroadcastState state) => [.. Enum.GetValues<CampaignAct>().Where(act => After(state, act) is not null)];
}
