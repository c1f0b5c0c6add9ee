using Outreach.Scheduler.Planning;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Rehearsal;

/// <summary>The messages of one broadcast to one cohort, as they wait to be sent.</summary>
internal sealed class RehearsedPart
{
    public required int Broadcast { get; init; }
    public required int Cohort { get; init; }
    public required AudienceCohort Of { get; init; }
    public required DateTimeOffset Begins { get; init; }
    public required QuietHours Quiet { get; init; }
    public required int CapDays { get; init; }
    public required long Left { get; set; }
}
