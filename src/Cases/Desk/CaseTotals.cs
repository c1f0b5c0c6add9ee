namespace Outreach.Cases.Desk;

/// <param name="Live">Neither closed nor set aside.</param>
/// <param name="Urgent">Of those.</param>
/// <param name="Overdue">Kept longer than the table of retention allows: 0 after each night's round.</param>
/// <param name="Tallies">Of each month, topic and time of first reply. Small ones are not to be shown as they are.</param>
public sealed record CaseTotals(int Live, int Urgent, int Overdue, IReadOnlyList<CaseTally> Tallies);
