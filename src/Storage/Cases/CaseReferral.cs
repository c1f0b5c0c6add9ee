namespace Outreach.Storage.Cases;

/// <summary>A case shown the way to a partner, after the worker was asked.</summary>
internal sealed class CaseReferral
{
    public const string Table = "case_referrals";

    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid CaseId { get; init; }

    /// <summary>Id of the directory of partners.</summary>
    public required string PartnerId { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Whether the worker said yes; null = not answered yet.</summary>
    public bool? Agreed { get; set; }

    public ReferralOutcome Outcome { get; set; }
}
