namespace Outreach.Content.Shared;

/// <summary>What a month's Law Day is about.</summary>
/// <param name="Month">1 to 12.</param>
public sealed record CalendarMonth(int Month, Localized Theme, Localized Question);
