using System.Text.Json;
using Outreach.Scheduler.Planning;

namespace Outreach.Scheduler.Tests.Planning;

public sealed class RecurrenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Plans are stored like this: what changes a line here loses the plans of those who have some.</summary>
    public static TheoryData<Recurrence, string> Stored => new()
    {
        { new Recurrence.Once(new(2027, 11, 9)) { At = new(9, 0) }, """{"kind":"once","on":"2027-11-09","at":"09:00:00","evenOnHolidays":false}""" },
        { new Recurrence.MonthlyDay(9) { At = new(9, 0) }, """{"kind":"monthly-day","day":9,"at":"09:00:00","evenOnHolidays":false}""" },
        { new Recurrence.MonthlyWeekday(WeekOfMonth.Second, DayOfWeek.Sunday) { At = new(9, 0) }, """{"kind":"monthly-weekday","week":"Second","weekday":"Sunday","at":"09:00:00","evenOnHolidays":false}""" },
        { new Recurrence.LastWorkingDay { At = new(17, 30), EvenOnHolidays = true }, """{"kind":"last-working-day","at":"17:30:00","evenOnHolidays":true}""" },
        { new Recurrence.Yearly(11, 9) { At = new(9, 0) }, """{"kind":"yearly","month":11,"day":9,"at":"09:00:00","evenOnHolidays":false}""" },
        { new Recurrence.Series(new(2027, 1, 1), 9) { At = new(9, 0) }, """{"kind":"series","first":"2027-01-01","day":9,"at":"09:00:00","evenOnHolidays":false}""" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void A_rule_is_stored_and_read_again(Recurrence rule, string json)
    {
        Assert.Equal(json, rule.ToJson());
        Assert.Equal(rule, Recurrence.FromJson(json));
    }

    [Fact]
    public void The_store_may_put_the_keys_in_another_order() =>
        Assert.Equal(new Recurrence.MonthlyDay(9) { At = new(9, 0) }, Recurrence.FromJson("""{"at":"09:00:00","day":9,"kind":"monthly-day"}"""));

    [Theory]
    [InlineData("""{"kind":"daily","at":"09:00:00"}""")]
    [InlineData("""{"kind":"monthly-day","at":"09:00:00"}""")]
    [InlineData("""{"kind":"monthly-day","day":9}""")]
    [InlineData("""{"kind":"monthly-weekday","week":"Fifth","weekday":"Sunday","at":"09:00:00"}""")]
    [InlineData("null")]
    public void What_is_no_rule_is_refused(string json) => Assert.Throws<JsonException>(() => Recurrence.FromJson(json));

    public static TheoryData<Recurrence, RuleFaultKind> NeverFire => new()
    {
        { new Recurrence.Once(new(2026, 11, 21)) { At = new(9, 0) }, RuleFaultKind.Past },
        { new Recurrence.Once(new(2026, 11, 22)) { At = new(9, 0) }, RuleFaultKind.Past },
        { new Recurrence.Once(new(2062, 11, 9)) { At = new(9, 0) }, RuleFaultKind.TooFar },
        { new Recurrence.MonthlyDay(0) { At = new(9, 0) }, RuleFaultKind.NoSuchDayOfMonth },
        { new Recurrence.MonthlyDay(32) { At = new(9, 0) }, RuleFaultKind.NoSuchDayOfMonth },
        { new Recurrence.MonthlyWeekday((WeekOfMonth)9, DayOfWeek.Sunday) { At = new(9, 0) }, RuleFaultKind.NoSuchWeekday },
        { new Recurrence.MonthlyWeekday(WeekOfMonth.First, (DayOfWeek)7) { At = new(9, 0) }, RuleFaultKind.NoSuchWeekday },
        { new Recurrence.Yearly(2, 31) { At = new(9, 0) }, RuleFaultKind.NoSuchDate },
        { new Recurrence.Yearly(13, 1) { At = new(9, 0) }, RuleFaultKind.NoSuchDate },
        { new Recurrence.Yearly(0, 0) { At = new(9, 0) }, RuleFaultKind.NoSuchDate },
        { new Recurrence.Series(new(2025, 1, 1), 9) { At = new(9, 0) }, RuleFaultKind.Past },
        { new Recurrence.Series(new(2072, 1, 1), 9) { At = new(9, 0) }, RuleFaultKind.TooFar },
        { new Recurrence.Series(new(2027, 1, 1), 40) { At = new(9, 0) }, RuleFaultKind.NoSuchDayOfMonth },
    };

    [Theory]
    [MemberData(nameof(NeverFire))]
    public void A_rule_that_can_never_fire_is_named(Recurrence rule, RuleFaultKind kind) =>
        Assert.Equal(kind, RuleCheck.Find(rule, Zones.Vietnam, SomeHolidays.Table, Now)?.Kind);

    [Fact]
    public void A_rule_that_fires_has_no_fault()
    {
        Recurrence[] rules =
        [
            new Recurrence.Once(new(2026, 11, 22)) { At = new(9, 1) },
            new Recurrence.MonthlyDay(31) { At = new(9, 0) },
            new Recurrence.Yearly(2, 29) { At = new(9, 0) },
            new Recurrence.Series(new(2026, 1, 1), 9) { At = new(9, 0) },
            new Recurrence.LastWorkingDay { At = new(9, 0) },
        ];

        Assert.All(rules, rule => Assert.Null(RuleCheck.Find(rule, Zones.Vietnam, SomeHolidays.Table, Now)));
    }
}
