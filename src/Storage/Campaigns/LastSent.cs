namespace Outreach.Storage.Campaigns;

/// <summary>When a subscriber last got a campaign, of those whose deliveries are gone: the days that campaigns keep free between them are counted from it. Not which.</summary>
internal sealed class LastSent
{
    /// <summary>Goes with the subscriber.</summary>
    public required Guid SubscriberId { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
