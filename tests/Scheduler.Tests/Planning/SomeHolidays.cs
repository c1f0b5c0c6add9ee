using Outreach.Content.Shared;

namespace Outreach.Scheduler.Tests.Planning;

/// <summary>Vietnam's holidays as a test knows them, without reading content.</summary>
internal static class SomeHolidays
{
    /// <summary>The first day of Tet for UTC+7, by the new moons.</summary>
    private static readonly DateOnly[] FirstOfTet =
    [
        new(2026, 2, 17), new(2027, 2, 6), new(2028, 1, 26), new(2029, 2, 13), new(2030, 2, 2), new(2031, 1, 23),
        new(2032, 2, 11), new(2033, 1, 31), new(2034, 2, 19), new(2035, 2, 8), new(2036, 1, 28), new(2037, 2, 15),
    ];

    public static HolidayTable Table { get; } = Until(2037);

    /// <summary>Tet is written out up to a year.</summary>
    public static HolidayTable Until(int year) => new(
        [
            Yearly("new-year", 1, 1), Yearly("reunification", 4, 30), Yearly("labour", 5, 1),
            Yearly("national", 9, 2) with { Last = new(2000, 9, 3), Days = 2 }, Yearly("culture", 11, 24) with { Since = 2026 },
        ],
        [.. FirstOfTet.Where(day => day.Year <= year).Select(Tet)]);

    /// <summary>One span of days off and nothing else.</summary>
    public static HolidayTable Only(DateOnly from, DateOnly to, bool certain = true) =>
        new([new YearlyHoliday("far", Name("far"), from, to, 1, certain, null)], []);

    private static Holiday Tet(DateOnly first) => new("tet", Name("Tet"), first.AddDays(-2), first.AddDays(5), 5, Certain: first.Year <= 2026);

    private static YearlyHoliday Yearly(string id, int month, int day) =>
        new(id, Name(id), new(2000, month, day), new(2000, month, day), 1, true, null);

    private static Localized Name(string name) => new(name, name);
}
