using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>Counts whom a plan would reach now.</summary>
internal sealed class AudienceCounts(StorageStartup storage, Func<BroadcastControl> control, BroadcastMaker maker)
{
    /// <returns>Null where there is no database to count in.</returns>
    public async Task<AudienceEstimate?> CountAsync(CampaignPlan plan, CancellationToken cancellationToken)
    {
        if (storage.KeepsNothing)
        {
            return null;
        }

        var quiet = maker.QuietHoursOf(plan);
        return await control().EstimateAsync(plan.Audience, Reachable.Channels, Math.Clamp(plan.CapDays, 0, CampaignPlan.MaxCapDays), quiet.FromMinute, quiet.ToMinute, cancellationToken);
    }
}
