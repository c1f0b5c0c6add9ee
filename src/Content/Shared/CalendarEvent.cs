namespace Outreach.Content.Shared;

/// <summary>A day or span of the legal-awareness calendar.</summary>
public sealed record CalendarEvent
{
    public required int Month { get; init; }
    public required int Day { get; init; }

    /// <summary>Last month and day of a span; the same as the first for one day.</summary>
    public required int UntilMonth { get; init; }
    public required int UntilDay { get; init; }

    /// <summary>The only year for which the solar date holds (lunar holidays); null = every year.</summary>
    public int? Year { get; init; }

    /// <summary>The lunar date as <c>MM-DD</c>, or null.</summary>
    public string? Lunar { get; init; }

    public required Localized Name { get; init; }
    public required Localized Theme { get; init; }
    public required string Source { get; init; }
}
