namespace Outreach.Storage.Cases;

/// <summary>Whether somebody may be in danger.</summary>
public enum CasePriority
{
    Normal,
    Urgent,
}
