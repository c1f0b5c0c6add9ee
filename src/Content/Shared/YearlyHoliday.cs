namespace Outreach.Content.Shared;

/// <summary>A holiday on the same solar days of each year.</summary>
/// <param name="First">Any year; the month and day count.</param>
/// <param name="Last">The same, and after <paramref name="First"/>.</param>
/// <param name="Since">The first year of it; null = always.</param>
public sealed record YearlyHoliday(string Id, Localized Name, DateOnly First, DateOnly Last, int Days, bool Certain, int? Since)
{
    /// <summary>The holiday of one year; null where there was none yet.</summary>
    public Holiday? In(int year) => Since > year ? null
        : new Holiday(Id, Name, First.AddYears(year - First.Year), Last.AddYears(year - First.Year), Days, Certain);
}
