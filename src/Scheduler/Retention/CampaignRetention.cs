using Microsoft.Extensions.Options;
using Outreach.Cases.Retention;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Scheduler.Retention;

/// <summary>What is kept of broadcasts and how long, beside <see cref="RetentionRules"/>: the housekeeping obeys it and the pages print it.</summary>
public sealed class CampaignRetention(IOptions<CampaignOptions> options)
{
    /// <summary>What became of each recipient: long enough to send again what failed, and to answer who asks why they got it.</summary>
    public RetentionRule Deliveries { get; } = new("deliveries", RetentionStart.Sending, options.Value.DeliveriesKeptDays);

    /// <summary>When somebody last got a campaign, not which: so many days a campaign may keep free at most.</summary>
    public RetentionRule LastSent { get; } = new("last-sent", RetentionStart.LastSending, CampaignPlan.MaxCapDays);

    /// <summary>How many got it, by hour, channel and outcome, which buttons were pressed: nothing of any one of them.</summary>
    public RetentionRule Figures { get; } = new("broadcast-figures", RetentionStart.Sending, null);

    public IReadOnlyList<RetentionRule> All => [Deliveries, LastSent, Figures];
}
