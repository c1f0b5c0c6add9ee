using Outreach.Content.Shared;

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

    /// <summary>Of a campaign: when it is or was sent.</summary>
    public DateTimeOffset? At { get; init; }

    public Guid? CampaignId { get; init; }

    /// <summary>Null where it is not planned yet.</summary>
    public Guid? BroadcastId { get; init; }

    /// <summary>Of the broadcast, else of the campaign: <c>draft</c>, <c>approved</c>, <c>scheduled</c>, <c>done</c>…</summary>
    public string? State { get; init; }

    /// <summary>The holiday its date moved off.</summary>
    public Holiday? MovedFor { get; init; }

    /// <summary>A person must say yes first; of a holiday: its days are not announced yet.</summary>
    public bool IsUncertain { get; init; }
}
