using Outreach.Storage.Cases;

namespace Outreach.Cases.Desk;

/// <summary>A report by duty, as it was recorded.</summary>
public sealed record DeskReport(DutyRule Rule, string To, DateOnly On, Guid StaffId);
