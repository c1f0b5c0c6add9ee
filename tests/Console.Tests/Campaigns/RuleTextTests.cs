using Outreach.Content.Shared;
using Outreach.Scheduler.Planning;
using Outreach.Staff.Campaigns;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Tests.Campaigns;

public sealed class RuleTextTests
{
    public static TheoryData<Recurrence, string, string> Rules => new()
    {
        {
            new Recurrence.MonthlyDay(9) { At = new(9, 0) },
            "Ngày 9 mỗi tháng, lúc 09:00; trùng ngày lễ, Tết thì lùi tới ngày kế tiếp không nghỉ.",
            "On day 9 of each month, at 09:00; a date on a public holiday or Tet moves to the next day that is none."
        },
        {
            new Recurrence.MonthlyDay(31) { At = new(18, 30), EvenOnHolidays = true },
            "Ngày 31 mỗi tháng (tháng không có ngày 31 thì ngày cuối tháng), lúc 18:30; gửi cả vào ngày lễ, Tết.",
            "On day 31 of each month (the last day of a month that has no day 31), at 18:30; on public holidays and Tet too."
        },
        {
            new Recurrence.MonthlyWeekday(WeekOfMonth.Second, DayOfWeek.Sunday) { At = new(9, 0), EvenOnHolidays = true },
            "Chủ nhật lần thứ 2 của mỗi tháng, lúc 09:00; gửi cả vào ngày lễ, Tết.",
            "On the second Sunday of each month, at 09:00; on public holidays and Tet too."
        },
        {
            new Recurrence.LastWorkingDay { At = new(17, 0) },
            "Ngày làm việc cuối cùng của mỗi tháng (thứ Hai đến thứ Sáu), lúc 17:00; trùng ngày lễ, Tết thì lấy ngày làm việc trước đó.",
            "On the last working day of each month (Monday to Friday), at 17:00; a date on a public holiday or Tet moves to the working day before."
        },
        {
            new Recurrence.Once(new(2027, 3, 8)) { At = new(9, 0), EvenOnHolidays = true },
            "Một lần, ngày 08/03/2027, lúc 09:00; gửi cả vào ngày lễ, Tết.",
            "Once, on 08/03/2027 at 09:00; on public holidays and Tet too."
        },
        {
            new Recurrence.Yearly(11, 9) { At = new(9, 0), EvenOnHolidays = true },
            "Ngày 9/11 mỗi năm, lúc 09:00; gửi cả vào ngày lễ, Tết.",
            "On 9/11 of each year, at 09:00; on public holidays and Tet too."
        },
        {
            new Recurrence.Series(new(2027, 1, 1), 9) { At = new(9, 0), EvenOnHolidays = true },
            "Mười hai tin, mỗi tháng một tin từ tháng 01/2027, vào ngày 9, lúc 09:00; gửi cả vào ngày lễ, Tết.",
            "Twelve messages, one a month from 01/2027, on day 9 at 09:00; on public holidays and Tet too."
        },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_a_sentence(Recurrence rule, string vietnamese, string english) =>
        Assert.Equal((vietnamese, english), (RuleText.Of(rule, "vi"), RuleText.Of(rule, "en")));

    [Fact]
    public void A_date_says_what_it_moved_off_and_that_it_is_asked_about()
    {
        var tet = new Holiday("tet", new("Tết Nguyên đán", "Tet"), new(2027, 2, 4), new(2027, 2, 11), 5, Certain: false);
        var moved = new Occurrence(default, new(2027, 2, 12), new(2027, 2, 9), tet, DateDoubt.DaysOffNotAnnounced, null);

        Assert.Equal("Moved from 09/02/2027: Tet. The days off are not announced yet: the program will ask before it sends.", RuleText.Of(moved, "en"));
        Assert.Null(RuleText.Of(moved with { MovedFor = null, Doubt = DateDoubt.None }, "en"));
    }

    [Fact]
    public void A_fault_says_what_why_and_how_to_mend_it() =>
        Assert.Equal(
            "The time is over (the last was 21/11/2026 at 09:00), so the message would never be sent. Choose a time to come.",
            RuleText.Of(new RuleFault(RuleFaultKind.Past, ("date", new DateOnly(2026, 11, 21)), ("time", new TimeOnly(9, 0))), "en"));

    [Fact]
    public void Everything_a_rule_can_be_has_words()
    {
        IEnumerable<string> keys =
        [
            .. Enum.GetNames<WeekOfMonth>().Select(week => "week." + week),
            .. Enum.GetNames<DayOfWeek>().Select(day => "weekday." + day),
            .. Enum.GetNames<RuleFaultKind>().Select(fault => "rule-fault." + fault),
            .. Enum.GetValues<DateDoubt>().Where(doubt => doubt != DateDoubt.None).Select(doubt => "occurrence." + doubt),
        ];

        Assert.Empty(keys.Except(Phrases.Of("vi").Keys));
    }
}
