using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Scheduler.Planning;

/// <summary>When a campaign is sent, as data: the rule alone, without zone and holidays, which are the organisation's. Stored as JSON: kinds and names never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Once), "once")]
[JsonDerivedType(typeof(MonthlyDay), "monthly-day")]
[JsonDerivedType(typeof(MonthlyWeekday), "monthly-weekday")]
[JsonDerivedType(typeof(LastWorkingDay), "last-working-day")]
[JsonDerivedType(typeof(Yearly), "yearly")]
[JsonDerivedType(typeof(Series), "series")]
public abstract record Recurrence
{
    /// <summary>Nothing is planned from then on: the calendar ends at 9999, and dates are added to.</summary>
    private const int LastYear = 9000;

    private Recurrence() { }

    /// <summary>The time of day on the organisation's clock.</summary>
    public required TimeOnly At { get; init; }

    /// <summary>Whether it is sent on public holidays and Tet too. Else a date moves off them: to the next other day, or back where the rule is the last working day.</summary>
    public bool EvenOnHolidays { get; init; }

    /// <summary>One day and never again.</summary>
    public sealed record Once(DateOnly On) : Recurrence
    {
        internal override IEnumerable<DateOnly> Due(DateOnly from) => On >= from && On.Year < LastYear ? [On] : [];
    }

    /// <summary>The same day each month; the last day of months that have no such day.</summary>
    /// <param name="Day">1 to 31.</param>
    public sealed record MonthlyDay(int Day) : Recurrence
    {
        internal override IEnumerable<DateOnly> Due(DateOnly from) => EachMonth(from, (year, month) => DayOf(year, month, Day));
    }

    /// <summary>For example the second Sunday of each month.</summary>
    public sealed record MonthlyWeekday(WeekOfMonth Week, DayOfWeek Weekday) : Recurrence
    {
        internal override IEnumerable<DateOnly> Due(DateOnly from) => EachMonth(from, In);

        private DateOnly In(int year, int month)
        {
            var first = new DateOnly(year, month, 1);
            var day = first.AddDays((7 + Weekday - first.DayOfWeek) % 7);
            return Week != WeekOfMonth.Last ? day.AddDays(7 * (int)Week)
                : day.AddDays(28).Month == month ? day.AddDays(28) : day.AddDays(21);
        }
    }

    /// <summary>The last day of each month, Monday to Friday, that is no holiday.</summary>
    public sealed record LastWorkingDay : Recurrence
    {
        internal override IEnumerable<DateOnly> Due(DateOnly from) => EachMonth(from, (year, month) =>
        {
            var last = DayOf(year, month, 31);
            return last.AddDays(last.DayOfWeek switch { DayOfWeek.Saturday => -1, DayOfWeek.Sunday => -2, _ => 0 });
        });
    }

    /// <summary>A date of each year; 29 February is the 28th where there is none.</summary>
    public sealed record Yearly(int Month, int Day) : Recurrence
    {
        internal override IEnumerable<DateOnly> Due(DateOnly from) =>
            Enumerable.Range(from.Year, Math.Max(0, LastYear - from.Year)).Select(year => DayOf(year, Month, Day)).Where(day => day >= from);
    }

    /// <summary>Twelve messages, one a month, each in the month it was written for; then it is over.</summary>
    /// <param name="First">A day of the month it begins in.</param>
    /// <param name="Day">The day of each month, 1 to 31; the last day of months that have no such day.</param>
    public sealed record Series(DateOnly First, int Day) : Recurrence
    {
        public const int Messages = 12;

        internal override IEnumerable<DateOnly> Due(DateOnly from) => Enumerable.Range(0, First.Year < LastYear ? Messages : 0)
            .Select(number => new DateOnly(First.Year, First.Month, 1).AddMonths(number))
            .Select(month => DayOf(month.Year, month.Month, Day))
            .Where(day => day >= from);
    }

    /// <summary>The rule's own days in order, holidays left aside.</summary>
    internal abstract IEnumerable<DateOnly> Due(DateOnly from);

    public string ToJson() => JsonSerializer.Serialize(this, PlanningJson.Default.Recurrence);

    /// <exception cref="JsonException">It is no rule.</exception>
    public static Recurrence FromJson(string json) =>
        JsonSerializer.Deserialize(json, PlanningJson.Default.Recurrence) ?? throw new JsonException("A rule cannot be null.");

    private static DateOnly DayOf(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static IEnumerable<DateOnly> EachMonth(DateOnly from, Func<int, int, DateOnly> dayIn)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month.Year < LastYear; month = month.AddMonths(1))
        {
            if (dayIn(month.Year, month.Month) is var day && day >= from)
            {
                yield return day;
            }
        }
    }
}
