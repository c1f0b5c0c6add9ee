using Outreach.Content.Shared;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Rehearsal;

/// <summary>One entry of the calendar.</summary>
public sealed record CalendarDate
{
    public required CalendarKind Kind { get; init; }

    /// <summary>By the organisation's clock.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The last day; <see cref="Day"/> itself where it is one.</summary>
    public required DateOnly Until { get; init; }

    public required Localized Name { get; init; }

    /// <summary>Of a campaign: when it was sent, else when it is planned.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Of a campaign: when it is or was planned, though it may have begun later.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    public Guid? CampaignId { get; init; }

    /// <summary>Null where it is not planned yet.</summary>
    public Guid? BroadcastId { get; init; }

    public CampaignState? OfCampaign { get; init; }

    /// <summary>Null where it is not planned yet.</summary>
    public BroadcastState? OfBroadcast { get; init; }

    /// <summary>Of the broadcast, else of the campaign: <c>draft</c>, <c>approved</c>, <c>scheduled</c>, <c>done</c>…; null of what is no campaign.</summary>
    public string? State => OfBroadcast is { } broadcast ? Words.Of(broadcast) : OfCampaign is { } campaign ? Words.Of(campaign) : null;

    /// <summary>The date of its rule, and whether a person must say yes to it; null where it has no rule.</summary>
    public Occurrence? Date { get; init; }

    /// <summary>A person must say yes first; of a holiday: its days are not announced yet.</summary>
    public bool IsUncertain { get; init; }
}
