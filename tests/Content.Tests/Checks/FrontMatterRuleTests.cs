using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Checks;

public sealed class FrontMatterRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void The_sample_has_no_fault() => Assert.Empty(_content.Compile().Issues);

    [Fact]
    public void Front_matter_that_is_not_yaml_is_shown_with_its_place() =>
        _content.Replace(Answer, "question: Khi", "question: \"Khi").Only($"{Answer}:3:11 Error OC001");

    [Fact]
    public void A_file_without_front_matter_is_an_error() =>
        _content.With(OtherAnswer, "Chỉ có chữ.\n").Only($"{OtherAnswer}:1:1 Error OC001");

    [Fact]
    public void Front_matter_that_is_not_closed_is_an_error() =>
        _content.With(OtherAnswer, "---\nid: bhtn-muc-huong\nChữ.\n").Only($"{OtherAnswer}:1:1 Error OC001");

    [Fact]
    public void A_key_that_nothing_reads_is_an_error_and_the_near_key_is_named()
    {
        var issue = _content.Replace(Answer, "related:", "relatd:").Only($"{Answer}:13:1 Error OC002");

        Assert.EndsWith("Did you mean 'related'?", issue.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: bhtn-dieu-kien\n", "OC003")]
    [InlineData("topic: bhxh\n", "OC003")]
    [InlineData("hotline: bhxh-viet-nam\n", "OC003")]
    [InlineData("effective: 2026-01-01\n", "OC003")]
    [InlineData("reviewed: 2026-11-20\n", "OC003")]
    [InlineData("review_by: 2027-05-20\n", "OC003")]
    [InlineData("variants:\n  - nghi viec co dc bhtn-dieu-kien k\n", "OC003")]
    public void A_required_key_that_is_missing_is_an_error(string line, string code) =>
        _content.Replace(Answer, line, "").Only($"{Answer}:2:1 Error {code}");

    [Fact]
    public void An_empty_value_is_an_error() =>
        _content.Replace(Answer, "question: Khi nào được hưởng trợ cấp thất nghiệp?", "question: \"\"").Only($"{Answer}:3:11 Error OC003");

    [Fact]
    public void The_same_key_twice_is_an_error() =>
        _content.Replace(Answer, "topic: bhxh\n", "topic: bhxh\ntopic: lao-dong\n").Only($"{Answer}:7:1 Error OC038");

    [Fact]
    public void A_day_that_is_none_is_an_error() =>
        _content.Replace(Answer, "effective: 2026-01-01", "effective: 2026-02-30").Only($"{Answer}:10:12 Error OC004");

    [Fact]
    public void A_review_before_the_reading_is_an_error() =>
        Assert.Contains(_content.Replace(Answer, "review_by: 2027-05-20", "review_by: 2026-11-19").Compile().Issues, i => i.Code == "OC004");

    [Fact]
    public void Lists_within_lists_without_end_are_an_error_and_no_crash() =>
        _content.Replace(Answer, "related: [bhtn-muc-huong]", "related: " + new string('[', 100_000)).Only($"{Answer}:13:25 Error OC001");

    [Fact]
    public void Quotes_within_quotes_without_end_are_an_error_and_no_crash() =>
        _content.With(OtherAnswer, new string('>', 100_000) + " a").Only($"{OtherAnswer}:1:1 Error OC001");
}
