namespace Outreach.Scheduler.Campaigns;

/// <summary>What was sent once, for everybody to read again: nothing of to whom, or to how many.</summary>
/// <param name="BroadcastId">Random: it tells nothing.</param>
/// <param name="SentOn">The organisation's day on which it began.</param>
public sealed record PastMessage(Guid BroadcastId, DateOnly SentOn, CampaignMessage Message);
