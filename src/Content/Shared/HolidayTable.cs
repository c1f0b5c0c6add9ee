namespace Outreach.Content.Shared;

/// <summary>The public holidays of <c>holidays.yml</c>, Tet written out among them.</summary>
public sealed class HolidayTable(IReadOnlyList<YearlyHoliday> yearly, IReadOnlyList<Holiday> dated)
{
    public static HolidayTable Empty { get; } = new([], []);

    public IReadOnlyList<YearlyHoliday> Yearly => yearly;

    /// <summary>Those with other days each year, by their first day.</summary>
    public IReadOnlyList<Holiday> Dated { get; } = [.. dated.OrderBy(h => h.From)];

    /// <summary>The last day for which every holiday is known; of a later one nobody can say yet whether it is Tet.</summary>
    public DateOnly Reaches { get; } = dated.Count == 0 ? DateOnly.MaxValue
        : dated.GroupBy(h => h.Id, StringComparer.Ordinal).Min(ReachOf);

    /// <summary>The end of the last year up to which a holiday is written out year by year; the first of days where it is not at all.</summary>
    public static DateOnly ReachOf(IEnumerable<Holiday> kind)
    {
        var years = kind.Select(h => h.From.Year).Distinct().Order().ToList();
        return years.Count == 0 ? DateOnly.MinValue : new DateOnly(years.TakeWhile((year, number) => year == years[0] + number).Last(), 12, 31);
    }

    /// <summary>The holiday of a day, a certain one first; null on other days.</summary>
    public Holiday? On(DateOnly day) => Between(day, day).OrderByDescending(h => h.Certain).FirstOrDefault();

    /// <summary>The holidays that touch a span of days, by their first day.</summary>
    public IEnumerable<Holiday> Between(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.Year - 1, to.Year - from.Year + 2)
            .Where(year => year >= DateOnly.MinValue.Year)
            .SelectMany(year => yearly.Select(y => y.In(year)).OfType<Holiday>())
            .Concat(Dated)
            .Where(h => h.From <= to && h.To >= from)
            .OrderBy(h => h.From);
}
