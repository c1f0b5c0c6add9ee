using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Checks;

public sealed class DateRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void An_answer_not_in_force_yet_is_a_warning_and_withheld()
    {
        _content.Replace(Answer, "effective: 2026-01-01", "effective: 2027-01-01");

        _content.Only($"{Answer}:10:12 Warning OC017");

        var snapshot = _content.Snapshot();
        var answer = snapshot.In("vi").Answers["bhtn-dieu-kien"];
        Assert.False(snapshot.MayServe(answer, Day));
        Assert.True(snapshot.MayServe(answer, new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void An_answer_past_its_review_is_a_warning_and_withheld()
    {
        _content.Replace(Answer, "reviewed: 2026-11-20\nreview_by: 2027-05-20", "reviewed: 2026-05-20\nreview_by: 2026-11-20");

        _content.Only($"{Answer}:12:12 Warning OC018");

        var snapshot = _content.Snapshot();
        Assert.False(snapshot.MayServe(snapshot.In("vi").Answers["bhtn-dieu-kien"], Day));
    }

    [Fact]
    public void An_answer_is_served_on_its_last_day()
    {
        var snapshot = _content.Snapshot();

        Assert.True(snapshot.MayServe(snapshot.In("vi").Answers["bhtn-dieu-kien"], new DateOnly(2027, 5, 20)));
        Assert.False(snapshot.MayServe(snapshot.In("vi").Answers["bhtn-dieu-kien"], new DateOnly(2027, 5, 21)));
    }

    [Fact]
    public void An_answer_whose_figure_has_run_out_is_withheld_with_a_warning()
    {
        _content.Replace("figures.yml", "from: 2025-07-01\n    to: null", "from: 2025-07-01\n    to: 2026-10-31");

        Assert.All(_content.Compile().Issues, i => Assert.Equal((IssueLevel.Warning, "OC030"), (i.Level, i.Code)));

        var snapshot = _content.Snapshot();
        Assert.False(snapshot.MayServe(snapshot.In("vi").Answers["bhtn-muc-huong"], Day));
        Assert.True(snapshot.MayServe(snapshot.In("vi").Answers["bhtn-dieu-kien"], Day));
    }
}
