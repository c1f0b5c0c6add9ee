namespace Outreach.Scheduler.Campaigns;

/// <summary>Who does something with a campaign.</summary>
/// <param name="StaffId">A member; at the command line as claimed, null = nobody was named.</param>
/// <param name="Source">Null = the console; else as the audit names it.</param>
public sealed record CampaignActor(Guid? StaffId, string? Source)
{
    public bool FromCommandLine => Source is not null;

    public static CampaignActor Member(Guid id) => new(id, null);

    /// <param name="claimed">Whom <c>--by</c> named.</param>
    public static CampaignActor CommandLine(Guid? claimed) => new(claimed, $"command line ({Environment.UserName})");
}
