namespace Outreach.Storage.Cases;

/// <summary>What the law obliges staff to report.</summary>
public enum DutyRule
{
    /// <summary>Somebody under 18 is harmed or in danger.</summary>
    Child,

    HomeViolence,
    Trafficking,
}
