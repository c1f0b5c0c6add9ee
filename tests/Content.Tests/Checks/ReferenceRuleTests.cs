using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Checks;

public sealed class ReferenceRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void An_unknown_topic_is_an_error_with_the_near_one() =>
        Assert.Contains("Did you mean 'bhxh'?", _content.Replace(Answer, "topic: bhxh", "topic: bhxx").Compile().Issues.Single(i => i.Code == "OC009").Mend, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_related_answer_is_an_error_with_the_near_one()
    {
        var issue = _content.Replace(Answer, "[bhtn-muc-huong]", "[bhtn-muc-huog]").Only($"{Answer}:13:11 Error OC010");

        Assert.EndsWith("Did you mean 'bhtn-muc-huong'?", issue.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_related_answer_with_a_fault_is_not_a_second_fault() =>
        _content.Replace(OtherAnswer, "id: bhtn-muc-huong", "id: khac").Only($"{OtherAnswer}:2:5 Error OC006");

    [Fact]
    public void An_unknown_figure_is_an_error_with_its_place_and_the_near_one()
    {
        var issue = _content.Replace(OtherAnswer, "{{ty-le-dong}}", "{{ty-le-dongg}}").Only($"{OtherAnswer}:16:63 Error OC011");

        Assert.EndsWith("Did you mean 'ty-le-dong'?", issue.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{hotline:khong-co}}", "OC013")]
    [InlineData("{{hotline:chua-goi-thu}}", "OC014")]
    public void A_hotline_that_is_unknown_or_never_called_is_an_error(string written, string code) =>
        _content.Replace(Answer, "{{hotline:bhxh-viet-nam}}", written).Only($"{Answer}:16:42 Error {code}");

    [Fact]
    public void An_unverified_hotline_of_an_answer_is_an_error() =>
        _content.Replace(Answer, "hotline: bhxh-viet-nam\n", "hotline: chua-goi-thu\n").Only($"{Answer}:14:10 Error OC014");

    [Fact]
    public void An_unverified_hotline_of_a_page_is_an_error() =>
        _content.Replace("vi/pages/khan-cap-violence.md", "[cong-an]", "[chua-goi-thu]").Only("vi/pages/khan-cap-violence.md:6:12 Error OC014");

    [Fact]
    public void A_law_that_no_source_names_is_an_error() =>
        _content.Replace(Answer, "(74/2025/QH15)", "(74/2025)").Only($"{Answer}:8:10 Error OC015");

    [Fact]
    public void The_other_languages_name_of_a_law_is_an_error() =>
        _content.Replace(EnglishAnswer, "Employment Law 2025", "Luật Việc làm 2025").Only($"{EnglishAnswer}:8:10 Error OC015");

    [Fact]
    public void Without_a_list_of_sources_laws_are_not_checked() =>
        _content.Without("sources.yml").Replace(Answer, "(74/2025/QH15)", "(74/2025)").Only("sources.yml:1:1 Warning OC036");

    [Fact]
    public void A_law_that_was_replaced_is_a_warning() =>
        _content.Replace(Answer, "Luật Việc làm 2025 (74/2025/QH15)", "Luật Việc làm 2013 (38/2013/QH13)").Only($"{Answer}:8:10 Warning OC016");

    [Theory]
    [InlineData("{{", "OC026")]
    [InlineData("{{}}", "OC026")]
    [InlineData("{{hotline:}}", "OC026")]
    [InlineData("{{Không phải}}", "OC026")]
    public void Braces_without_a_name_are_an_error(string written, string code) =>
        _content.Replace(Answer, "{{hotline:bhxh-viet-nam}}", written).Only($"{Answer}:16:42 Error {code}");

    [Fact]
    public void A_figure_in_a_heading_is_an_error() =>
        _content.Replace(Answer, "## Cần làm gì", "## Đóng {{ty-le-dong}}").Only($"{Answer}:18:9 Error OC026");

    [Fact]
    public void A_figure_in_the_question_is_an_error() =>
        _content.Replace(Answer, "question: Khi nào", "question: Khi {{ty-le-dong}}").Only($"{Answer}:3:11 Error OC026");

    [Fact]
    public void A_recording_that_is_not_there_is_an_error() =>
        _content.Replace(Answer, "hotline: bhxh-viet-nam\n", "hotline: bhxh-viet-nam\naudio: a.ogg\n").Only($"{Answer}:15:8 Error OC025");
}
