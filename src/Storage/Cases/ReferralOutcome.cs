namespace Outreach.Storage.Cases;

/// <summary>What became of a referral.</summary>
public enum ReferralOutcome
{
    /// <summary>Nothing known yet.</summary>
    None,

    /// <summary>The partner took the case.</summary>
    Accepted,

    /// <summary>The worker got what the partner offers.</summary>
    Served,

    NoAnswer,
}
