namespace Outreach.Storage.Staff;

/// <summary>A line to be written to the audit: who did what to which thing. There is no room for content.</summary>
/// <param name="StaffId">Who; null = the service, or somebody at its command line.</param>
/// <param name="Action">What.</param>
/// <param name="What">To which kind of thing.</param>
/// <param name="Id">The thing's id; null where there is none (a list).</param>
public sealed record AuditDraft(Guid? StaffId, AuditAction Action, AuditKind What, string? Id)
{
    /// <summary>Where it was done: null = the console. From a command line: <c>command line</c> and the system's user.</summary>
    public string? Source { get; init; }

    public static AuditDraft OfCase(Guid staffId, AuditAction action, Guid caseId) => new(staffId, action, AuditKind.Case, caseId.ToString("D"));

    public static AuditDraft OfStaff(Guid? staffId, AuditAction action, Guid subject) => new(staffId, action, AuditKind.Staff, subject.ToString("D"));
}
