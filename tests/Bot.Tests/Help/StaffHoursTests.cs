using System.Globalization;
using Outreach.Bot.Help;

namespace Outreach.Bot.Tests.Help;

public sealed class StaffHoursTests
{
    [Theory]
    [InlineData("2026-11-20 09:00", true, "2026-11-20 13:00")] // a Friday
    [InlineData("2026-11-20 07:59", false, "2026-11-20 08:00")]
    [InlineData("2026-11-20 12:30", false, "2026-11-20 13:00")]
    [InlineData("2026-11-20 17:00", false, "2026-11-21 08:00")]
    [InlineData("2026-11-21 12:00", false, "2026-11-23 08:00")]
    public void Says_who_is_there_and_when_next(string now, bool open, string next)
    {
        var hours = StaffHours.TryParse("Mon-Fri 08:00-12:00; Mon-Fri 13:00-17:00; Sat 08:00-11:30")!;

        Assert.Equal(open, hours.IsOpen(At(now)));
        Assert.Equal(At(next), hours.NextOpening(At(now)));
    }

    [Fact]
    public void Nothing_configured_is_known_to_be_unknown() => Assert.True(StaffHours.TryParse("")!.IsUnknown);

    [Theory]
    [InlineData("Mon-Fri")]
    [InlineData("Mon 8-17")]
    [InlineData("T2-T6 08:00-17:00")]
    [InlineData("Mon 17:00-08:00")]
    [InlineData("Fri-Mon 08:00-17:00")]
    public void What_cannot_be_read_is_refused(string text) => Assert.Null(StaffHours.TryParse(text));

    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
