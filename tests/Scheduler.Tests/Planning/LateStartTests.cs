using Outreach.Scheduler.Planning;

namespace Outreach.Scheduler.Tests.Planning;

public sealed class LateStartTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 9, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, StartVerdict.Send)]
    [InlineData(0, StartVerdict.Send)]
    [InlineData(6, StartVerdict.Send)]
    [InlineData(6.1, StartVerdict.Ask)]
    [InlineData(24 * 40, StartVerdict.Ask)]
    public void Up_to_six_hours_late_it_begins_and_later_it_asks(double hoursLate, StartVerdict verdict) =>
        Assert.Equal(verdict, LateStart.Judge(Nine, Nine.AddHours(hoursLate), TimeSpan.FromHours(6)));
}
