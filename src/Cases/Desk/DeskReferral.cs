using Outreach.Storage.Cases;

namespace Outreach.Cases.Desk;

/// <summary>A referral of a case.</summary>
/// <param name="PartnerId">Id of the directory of partners.</param>
/// <param name="Agreed">What the worker said; null = not answered yet.</param>
public sealed record DeskReferral(Guid Id, string PartnerId, DateOnly On, bool? Agreed, ReferralOutcome Outcome);
