using System.Runtime.CompilerServices;
using Outreach.Content.Loading;
using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Checks;

public sealed class HolidayRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void Holidays_are_known_by_their_day()
    {
        var holidays = _content.Snapshot().Holidays;

        Assert.Equal(("quoc-khanh", 2, false), (holidays.On(new(2029, 9, 3))!.Id, holidays.On(new(2029, 9, 3))!.Days, holidays.On(new(2029, 9, 3))!.Certain));
        Assert.Equal("Lunar New Year", holidays.On(new(2027, 2, 11))!.Name.In(Languages.English));
        Assert.Null(holidays.On(new(2027, 2, 12)));
        Assert.Null(holidays.On(new(2025, 11, 24)));
        Assert.NotNull(holidays.On(new(2026, 11, 24)));
        Assert.Equal(new DateOnly(2027, 12, 31), holidays.Reaches);
    }

    [Fact]
    public void Holidays_that_do_not_reach_a_year_ahead_are_a_warning()
    {
        Assert.Empty(_content.Compile().Issues);
        Assert.DoesNotContain(_content.Compile(new(2026, 12, 31)).Issues, i => i.Code == "OC063");

        var issue = Assert.Single(_content.Compile(new(2027, 1, 1)).Issues, i => i.Code == "OC063");
        Assert.Equal(("holidays.yml", 22, IssueLevel.Warning), (issue.File, issue.Line, issue.Level));
    }

    [Fact]
    public void A_year_left_out_ends_their_reach() =>
        _content.Replace("holidays.yml", "from: 2027-02-04, to: 2027-02-11", "from: 2028-01-24, to: 2028-01-31").Only("holidays.yml:22:7 Warning OC063");

    [Theory]
    [InlineData("to: 2027-02-11", "to: 2027-02-03", "OC062")]
    [InlineData("to: 2027-02-11", "to: 2027-03-11", "OC062")]
    [InlineData("certainty: certain}", "certainty: maybe}", "OC062")]
    [InlineData("until: \"09-03\"", "until: \"08-03\"", "OC062")]
    [InlineData("date: \"11-24\"", "date: \"02-30\"", "OC042")]
    [InlineData("    days: 1\n", "    days: 0\n", "OC042")]
    [InlineData("    days: 1\n", "", "OC003")]
    [InlineData("since:", "from:", "OC002")]
    [InlineData("id: ngay-van-hoa", "id: quoc-khanh", "OC007")]
    public void A_holiday_that_cannot_be_is_an_error(string old, string fresh, string code) =>
        Assert.Contains(_content.Replace("holidays.yml", old, fresh).Compile().Issues, i => (i.File, i.Level, i.Code) == ("holidays.yml", IssueLevel.Error, code));

    [Fact]
    public void A_broken_file_keeps_the_holidays_known_before()
    {
        var before = _content.Snapshot();

        var after = _content.With("holidays.yml", "yearly: [").Compile().SnapshotOver(before);

        Assert.Same(before.Holidays, after.Holidays);
    }

    /// <summary>The first of Tet and the tenth of the third month by the new moons over Vietnam, reckoned apart from the file.</summary>
    [Theory]
    [InlineData("2026-02-17", "2026-04-26")]
    [InlineData("2027-02-06", "2027-04-16")]
    [InlineData("2028-01-26", "2028-04-04")]
    [InlineData("2029-02-13", "2029-04-23")]
    [InlineData("2030-02-02", "2030-04-12")]
    public void Our_own_file_has_Tet_and_the_Hung_Kings_on_the_days_the_moon_gives_them(string tet, string hungKings)
    {
        var holidays = Ours();
        var first = DateOnly.Parse(tet, null);

        Assert.All(Enumerable.Range(-2, 6), days => Assert.Equal("tet", holidays.On(first.AddDays(days))?.Id));
        Assert.Null(holidays.On(first.AddDays(-3)));
        Assert.Equal("gio-to-hung-vuong", holidays.On(DateOnly.Parse(hungKings, null))?.Id);
    }

    [Fact]
    public void Our_own_file_has_the_twelve_days_off_of_a_year()
    {
        var holidays = Ours();

        Assert.Equal(12, holidays.Between(new(2027, 1, 1), new(2027, 12, 31)).Sum(h => h.Days));
        Assert.Equal(new DateOnly(2030, 12, 31), holidays.Reaches);
    }

    private static Shared.HolidayTable Ours([CallerFilePath] string here = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../content"));
        var file = KeyValuePair.Create("holidays.yml", File.ReadAllBytes(Path.Combine(folder, "holidays.yml")));
        return ContentCompiler.Compile(new ContentFiles([file]), SampleContent.Day).SnapshotOver(ContentSnapshot.Empty("")).Holidays;
    }
}
