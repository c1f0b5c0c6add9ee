namespace Outreach.Staff.Campaigns;

/// <summary>One sending in the calendar.</summary>
/// <param name="Id">The broadcast's, else the campaign's.</param>
/// <param name="State">As the phrases name it: <c>broadcast-Done</c>, <c>state-Draft</c>, <c>to-come</c>.</param>
/// <param name="Note">What it moved off, and whether it is asked about; null where there is nothing to say.</param>
internal sealed record CalendarEntry(Guid Id, string Title, DateTimeOffset At, DateOnly Day, string State, string? Note);
