using Outreach.Storage.Staff;

namespace Outreach.Scheduler.Campaigns;

/// <summary>Whose work campaigns are.</summary>
public static class CampaignRoles
{
    public static IReadOnlyList<StaffRole> All { get; } = [StaffRole.Campaigner, StaffRole.Manager, StaffRole.Admin];
}
