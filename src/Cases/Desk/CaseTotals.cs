namespace Outreach.Cases.Desk;

/// <param name="Live">Neither closed nor set aside.</param>
/// <param name="Urgent">Of those.</param>
/// <param name="Tallies">Of each month, topic and time of first reply. Small ones are not to be shown as they are.</param>
public sealed record CaseTotals(int Live, int Urgent, IReadOnlyList<CaseTally> Tallies);
