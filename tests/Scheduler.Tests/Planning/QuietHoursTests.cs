using Outreach.Scheduler.Planning;

namespace Outreach.Scheduler.Tests.Planning;

public sealed class QuietHoursTests
{
    private static readonly QuietHours Night = QuietHours.Parse("21:00-07:00", out _)!;

    [Theory]
    [InlineData("20:59", false)]
    [InlineData("21:00", true)]
    [InlineData("00:00", true)]
    [InlineData("06:59", true)]
    [InlineData("07:00", false)]
    [InlineData("12:00", false)]
    public void The_night_goes_over_midnight(string time, bool quiet) => Assert.Equal(quiet, Night.Contains(TimeOnly.Parse(time, null)));

    [Theory]
    [InlineData("2026-11-09T13:59:00Z", "2026-11-09T13:59:00Z")]
    [InlineData("2026-11-09T14:00:00Z", "2026-11-10T00:00:00Z")]
    [InlineData("2026-11-09T23:30:00Z", "2026-11-10T00:00:00Z")]
    public void They_end_in_the_morning(string instant, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, null), Night.EndAfter(DateTimeOffset.Parse(instant, null), Zones.Vietnam));

    [Fact]
    public void None_is_never_quiet()
    {
        var none = QuietHours.Parse("none", out var fault)!;

        Assert.Null(fault);
        Assert.False(none.Contains(new TimeOnly(0, 0)));
        Assert.Equal("none", none.ToString());
    }

    [Fact]
    public void Somebody_who_sleeps_by_day_has_hours_of_their_own()
    {
        Assert.Equal("08:30-16:00", QuietHours.For("08:30-16:00", Night).ToString());
        Assert.Equal(Night, QuietHours.For(null, Night));
        Assert.Equal(Night, QuietHours.For("all day", Night));
        Assert.Equal(QuietHours.None, QuietHours.For("none", Night));
    }

    [Theory]
    [InlineData("21:00")]
    [InlineData("21-07")]
    [InlineData("21:00-24:00")]
    [InlineData("21:00-07:00-09:00")]
    [InlineData("09:00-09:00")]
    [InlineData("")]
    public void What_cannot_be_read_says_how_to_write_it(string text)
    {
        Assert.Null(QuietHours.Parse(text, out var fault));
        Assert.EndsWith("Write 21:00-07:00, or none.", fault, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Zones.All), MemberType = typeof(Zones))]
    public void After_their_end_it_is_not_quiet_whatever_clocks_do(string name)
    {
        var zone = Zones.Of(name);
        var nights = new[] { "21:00-07:00", "23:30-00:30", "22:00-01:30", "00:00-02:30", "02:00-03:00" }.Select(text => QuietHours.Parse(text, out _)!);
        var start = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

        foreach (var night in nights)
        {
            for (var instant = start; instant.Year == 2027; instant = instant.AddMinutes(47))
            {
                var end = night.EndAfter(instant, zone);
                Assert.False(night.Contains(end, zone));
                Assert.Equal(!night.Contains(instant, zone), end == instant);
                Assert.InRange(end - instant, TimeSpan.Zero, TimeSpan.FromHours(12));
            }
        }
    }
}
