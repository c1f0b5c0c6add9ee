using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Checks;

public sealed class IdRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void An_id_that_is_not_the_files_name_is_an_error() =>
        _content.Replace(Answer, "id: bhtn-dieu-kien\n", "id: bhtn-khac\n").Only($"{Answer}:2:5 Error OC006");

    [Theory]
    [InlineData("BHTN")]
    [InlineData("bhtn_a")]
    [InlineData("điều-kiện")]
    [InlineData("a-very-long-name-that-no-button-can-carry-0123456")]
    public void An_id_a_button_cannot_carry_is_an_error(string id) =>
        _content.Replace(Answer, "id: bhtn-dieu-kien\n", $"id: {id}\n").Only($"{Answer}:2:5 Error OC005");

    [Fact]
    public void An_id_of_48_characters_is_well()
    {
        var id = new string('a', 48);
        _content.With($"vi/faq/bhxh/{id}.md", _content.Text(Answer)
            .Replace("id: bhtn-dieu-kien\n", $"id: {id}\n", StringComparison.Ordinal)
            .Replace("nghi viec co dc bhtn-dieu-kien k", "hoi cach khac", StringComparison.Ordinal));

        _content.Only($"vi/faq/bhxh/{id}.md:1:1 Warning OC008");
    }

    [Fact]
    public void The_same_id_in_two_topics_is_an_error_of_the_second()
    {
        const string Second = "vi/faq/lao-dong/bhtn-dieu-kien.md";
        _content.With(Second, _content.Text(Answer).Replace("topic: bhxh", "topic: lao-dong", StringComparison.Ordinal));

        var issue = _content.Only($"{Second}:1:1 Error OC007");

        Assert.Contains(Answer, issue.What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_id_twice_in_one_list_is_an_error() =>
        Assert.Contains(_content.Replace("topics.yml", "- id: lao-dong", "- id: bhxh").Compile().Issues, i => i is { File: "topics.yml", Line: 5, Code: "OC007" });

    [Fact]
    public void A_folder_that_is_not_the_topic_is_a_warning() =>
        _content.Replace(Answer, "topic: bhxh", "topic: lao-dong").Only($"{Answer}:6:8 Warning OC046");
}
