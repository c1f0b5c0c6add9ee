namespace Outreach.Storage.Staff;

/// <summary>The kind of thing something was done to. Stored by name: append, never rename.</summary>
public enum AuditKind
{
    Case,
    Staff,
    Audit,
    Content,
    Campaign,
    Service,
    Broadcast,
}
