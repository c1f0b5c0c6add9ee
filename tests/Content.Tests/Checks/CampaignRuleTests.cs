using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Checks;

public sealed class CampaignRuleTests
{
    private const string Vietnamese = "vi/campaigns/thang-01.md";

    private readonly SampleContent _content = new SampleContent().With(Vietnamese, Text("Tết này")).With("en/campaigns/thang-01.md", Text("This Tet"));

    [Fact]
    public void A_campaign_is_read_whole()
    {
        var campaign = _content.Snapshot().In(Languages.Vietnamese).Campaigns["thang-01"];

        Assert.Empty(_content.Compile().Issues);
        Assert.Equal((1, "Tết này", 1), (campaign.Month, campaign.Title, campaign.Quiz.Right));
        Assert.Equal(["bhtn-dieu-kien", "bhtn-muc-huong"], campaign.Buttons);
        Assert.Equal(["Một", "Hai"], campaign.Quiz.Choices);
    }

    [Theory]
    [InlineData("month: 1", "month: 13", 3, 8)]
    [InlineData("month: 1", "month: một", 3, 8)]
    [InlineData("right: 2", "right: 3", 9, 10)]
    [InlineData("choices: [Một, Hai]", "choices: [Một]", 8, 12)]
    [InlineData("[bhtn-dieu-kien, bhtn-muc-huong]", "[bhtn-dieu-kien, bhtn-muc-huong, bhtn-dieu-kien, bhtn-muc-huong]", 5, 59)]
    public void What_a_month_cannot_show_is_an_error(string good, string bad, int line, int column) =>
        _content.Replace(Vietnamese, good, bad).Only($"{Vietnamese}:{line}:{column} Error OC049");

    [Fact]
    public void A_message_keeps_how_its_chat_form_was_written()
    {
        var written = _content.Replace(Vietnamese, "Chúc bạn về quê vui.\n", "Chúc **bạn** về quê.\n\n- vui\n\n## Thêm\n\nPhần dài.\n");

        Assert.Equal("Chúc **bạn** về quê.\n\n- vui", written.Snapshot().In(Languages.Vietnamese).Campaigns["thang-01"].Markdown);
    }

    [Fact]
    public void A_picture_lies_beside_its_message()
    {
        var pictured = _content.Replace(Vietnamese, "reviewed: 2026-11-20", "image: tet.png\nreviewed: 2026-11-20");

        pictured.Only($"{Vietnamese}:11:8 Error OC025");
        Assert.Equal("vi/campaigns/tet.png", pictured.With("vi/campaigns/tet.png", [1]).Snapshot().In(Languages.Vietnamese).Campaigns["thang-01"].Image);
    }

    [Fact]
    public void A_button_to_no_answer_is_an_error() =>
        _content.Replace(Vietnamese, "bhtn-muc-huong]", "bhtn-khong-co]").Only($"{Vietnamese}:5:27 Error OC010");

    [Fact]
    public void A_campaign_without_a_quiz_is_an_error() =>
        Assert.Equal(
            ["OC002", "OC003"],
            _content.Replace(Vietnamese, "quiz:", "quizz:").Compile().Issues.Select(i => i.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void A_message_too_writtenfor_a_phone_is_an_error() =>
        Assert.Equal("OC019", Assert.Single(_content.Replace(Vietnamese, "Chúc bạn", new string('a', 601)).Compile().Issues).Code);

    [Fact]
    public void The_last_good_version_of_a_broken_campaign_stays()
    {
        var before = _content.Snapshot();

        var after = _content.Replace(Vietnamese, "month: 1", "month: 0").Compile().SnapshotOver(before);

        Assert.Equal("Tết này", after.In(Languages.Vietnamese).Campaigns["thang-01"].Title);
    }

    private static string Text(string title) =>
        $"""
        ---
        id: thang-01
        month: 1
        title: {title}
        buttons: [bhtn-dieu-kien, bhtn-muc-huong]
        quiz:
          question: Cái nào đúng?
          choices: [Một, Hai]
          right: 2
          explanation: Hai mới đúng.
        reviewed: 2026-11-20
        review_by: 2027-05-20
        ---
        Chúc bạn về quê vui.

        """;
}
