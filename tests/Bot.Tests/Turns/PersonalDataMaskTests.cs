using Outreach.Bot.Turns;

namespace Outreach.Bot.Tests.Turns;

public sealed class PersonalDataMaskTests
{
    [Theory]
    [InlineData("gọi em 0912345678 nhé", "0912345678")]
    [InlineData("gọi em 0912 345 678 nhé", "345")]
    [InlineData("gọi em 0912.345.678 nhé", "345")]
    [InlineData("gọi em +84 912-345-678", "912")]
    [InlineData("cccd 079 203 012 345", "203")]
    [InlineData("mail em hoa.nguyen@gmail.com", "hoa.nguyen")]
    [InlineData("xem https://facebook.com/hoa.nguyen.99", "hoa")]
    [InlineData("zalo.me/0912345678", "0912")]
    [InlineData("tele em là @hoanguyen99", "hoanguyen")]
    [InlineData("tên tôi là Hoa, tôi nghỉ việc", "Hoa")]
    [InlineData("em tên hoa nghỉ việc", "hoa")]
    [InlineData("my name is Hoa and I quit", "Hoa")]
    [InlineData("chị Nguyễn Thị Hoa bị đuổi việc", "Hoa")]
    [InlineData("quản lý Trần Văn Bình mắng em", "Bình")]
    [InlineData("công ty TNHH Samsung Điện Tử nợ lương", "Samsung")]
    [InlineData("cty Pouyuen không đóng bảo hiểm", "Pouyuen")]
    [InlineData("nhà máy Foxconn giữ giấy tờ", "Foxconn")]
    [InlineData("tôi là nguyễn thị hoa", "hoa")]
    [InlineData("em là tran van binh bi duoi viec", "binh")]
    [InlineData("cty abc không trả lương", "abc")]
    [InlineData("công ty samsung thái nguyên nợ lương", "samsung")]
    [InlineData("xưởng may hòa thọ giữ giấy tờ", "thọ")]
    public void What_tells_who_somebody_is_is_taken_out(string text, string secret) =>
        Assert.DoesNotContain(secret, PersonalDataMask.Mask(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("đóng bhxh 14 năm 6 tháng thì lãnh 1 lần được bao nhiêu")]
    [InlineData("lương 5.310.000 đồng có thấp hơn tối thiểu không")]
    [InlineData("công ty không trả lương tháng 13 thì sao")]
    [InlineData("nghỉ từ 01/07/2026 đến nay")]
    [InlineData("công ty nợ lương 2 tháng")]
    [InlineData("cty ko dong bhxh thi sao")]
    [InlineData("công ty của em phá sản thì sao")]
    [InlineData("em là công nhân thời vụ")]
    [InlineData("xin nghỉ là lý do gì")]
    [InlineData("the company does not pay me")]
    [InlineData("sổ bảo hiểm sai tên thì sửa ở đâu")]
    public void The_question_itself_stays_as_it_is(string text) => Assert.Equal(text, PersonalDataMask.Mask(text));

    [Theory]
    [InlineData("2")]
    [InlineData("👍")]
    [InlineData("")]
    public void What_says_nothing_is_not_kept_at_all(string text) => Assert.Null(PersonalDataMask.Mask(text));

    [Fact]
    public void A_story_is_not_cut_inside_an_emoji()
    {
        var masked = PersonalDataMask.Mask(new string('a', 499) + "👍🏽 và nữa")!;

        Assert.Equal(new string('a', 499), masked);
    }

    [Fact]
    public void A_story_is_cut() => Assert.True(PersonalDataMask.Mask(new string('a', 4000))!.Length <= 500);
}
