namespace Outreach.Storage.Staff;

/// <summary>What a staff member may do; stored by name.</summary>
public enum StaffRole
{
    /// <summary>Answers and the questions nobody could answer.</summary>
    Editor,

    /// <summary>Campaigns.</summary>
    Campaigner,

    /// <summary>Help cases of the topics given to them.</summary>
    Counsellor,

    /// <summary>All help cases, reports, the audit.</summary>
    Manager,

    /// <summary>Accounts, the audit, the service itself.</summary>
    Admin,
}
