using Outreach.Bot.Preferences;

namespace Outreach.Bot.Tests.Preferences;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData("22:00-6:00", "22:00–06:00")]
    [InlineData("22:00 – 06:00", "22:00–06:00")]
    [InlineData("22h-6h", "22:00–06:00")]
    [InlineData("22h30 đến 6h", "22:30–06:00")]
    [InlineData("tôi nghỉ từ 7 giờ sáng tới 15 giờ chiều.", "07:00–15:00")]
    [InlineData("7-15", "07:00–15:00")]
    [InlineData("10pm to 6am", "22:00–06:00")]
    [InlineData("12am-8am", "00:00–08:00")]
    [InlineData("18h đến 24h", "18:00–00:00")]
    public void Hours_are_read_as_people_type_them(string typed, string read)
    {
        var found = HoursText.Read(typed, out var tooLong);

        Assert.False(tooLong);
        Assert.Equal(read, HoursText.Of(found!.Value.From, found.Value.To));
        Assert.Equal(found, HoursText.Unpack(HoursText.Packed(found.Value.From, found.Value.To)));
    }

    [Theory]
    [InlineData("25:00-6:00")]
    [InlineData("22:60-6:00")]
    [InlineData("13pm-6am")]
    [InlineData("8:00-8:00")]
    [InlineData("22h")]
    [InlineData("từ 1/11 đến 3/11")]
    [InlineData("0901 234 567")]
    [InlineData("lương 5-7 triệu một tháng có phải đóng thuế không")]
    [InlineData("")]
    public void What_is_no_hours_is_not_taken_for_them(string typed)
    {
        Assert.Null(HoursText.Read(typed, out var tooLong));
        Assert.False(tooLong);
    }

    [Theory]
    [InlineData("0:00-20:01", true)]
    [InlineData("0:00-20:00", false)]
    [InlineData("6:00-5:59", true)]
    public void Four_hours_of_the_day_are_left(string typed, bool isTooLong)
    {
        Assert.Equal(isTooLong, HoursText.Read(typed, out var tooLong) is null);
        Assert.Equal(isTooLong, tooLong);
    }
}
