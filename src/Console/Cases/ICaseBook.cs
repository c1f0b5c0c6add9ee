using Outreach.Cases.Desk;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Cases;

/// <summary>The cases that a member may see and what can be done with them. There are two: the real ones, and those made up for practice.</summary>
internal interface ICaseBook
{
    /// <summary>How many cases each folder holds.</summary>
    Task<IReadOnlyDictionary<CaseFolder, int>> CountAsync(StaffMember by, CancellationToken cancellationToken);

    Task<CasePage> ListAsync(StaffMember by, CaseFolder folder, CaseFilter filter, CaseCursor? after, CancellationToken cancellationToken);

    /// <summary>Opens a case, which counts as reading it.</summary>
    Task<OpenCaseOutcome> OpenAsync(StaffMember by, Guid id, CancellationToken cancellationToken);

    /// <summary>Changes with everything that <see cref="OpenAsync"/> would show, and reads nothing of it. Null where there is no such case, or none that is theirs to see.</summary>
    Task<string?> StampAsync(StaffMember by, Guid id, CancellationToken cancellationToken);

    Task<DeskOutcome> ApplyAsync(StaffMember by, Guid id, CaseAct act, CancellationToken cancellationToken);
}
