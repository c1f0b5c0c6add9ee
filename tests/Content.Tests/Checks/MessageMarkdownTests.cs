using System.Runtime.CompilerServices;
using Outreach.Content.Blocks;
using Outreach.Content.Loading;
using Outreach.Content.Markdown;
using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Checks;

public sealed class MessageMarkdownTests
{
    private readonly ContentSnapshot _content = new SampleContent().Snapshot();

    [Fact]
    public void What_staff_write_becomes_blocks()
    {
        var read = Read("Lương là **{{luong-toi-thieu-vung-1}}**.\r\n\r\nGọi {{hotline:bhxh-viet-nam}} hoặc xem [điều kiện](/hoi-dap/bhtn-dieu-kien).");

        Assert.Empty(read.Issues);
        Assert.True(read.IsGood);
        Assert.Equal(["luong-toi-thieu-vung-1"], read.Figures);
        Assert.Equal(2, read.Blocks.Count);
        Assert.Contains("5.310.000", PlainText.Of(_content.Resolve(read.Blocks, Languages.Vietnamese, SampleContent.Day)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lương\nlà {{luong-toi-thieu-vung-9}}.", "vi:2:4: error OC011")]
    [InlineData("Lương {{luong-toi-thieu-vung-1}", "vi:1:7: error OC026")]
    [InlineData("Gọi {{hotline:chua-goi-thu}}.", "vi:1:5: error OC013")]
    [InlineData("Xem [đây](/hoi-dap/khong-co).", "vi:1:5: error OC012")]
    [InlineData("Xem [đây](#phan-hai).", "vi:1:5: error OC012")]
    [InlineData("Xem [đây](javascript:alert).", "vi:1:5: error OC022")]
    [InlineData("Nhìn ![hình](hinh.png)", "vi:1:6: error OC025")]
    [InlineData("Chào <b>bạn</b>.", "vi:1:6: error OC021")]
    [InlineData("# Chào\n\nBạn.", "vi:1:1: error OC024")]
    [InlineData("---\nLời này mất.\n---\nChào.", "vi:1:1: error OC001")]
    [InlineData("  \n", "vi:1:1: error OC020")]
    [InlineData("Gọi 0912 345 678.", "vi:1:5: warning OC043")]
    public void A_fault_is_said_where_it_stands(string markdown, string place)
    {
        var read = Read(markdown);

        Assert.Contains(read.Issues, issue => issue.ToString().StartsWith(place, StringComparison.Ordinal));
        Assert.Equal(place.Contains("warning", StringComparison.Ordinal), read.IsGood);
    }

    [Fact]
    public void A_message_longer_than_a_phone_shows_is_an_error() => Assert.Contains(Read(new string('a', 601)).Issues, i => i.Code == "OC019");

    [Fact]
    public void A_figure_without_a_value_on_the_day_of_sending_is_an_error() =>
        Assert.Contains(
            MessageMarkdown.Read("{{luong-toi-thieu-vung-1}}", Languages.Vietnamese, _content, new(2024, 1, 1)).Issues,
            i => (i.Level, i.Code) == (IssueLevel.Error, "OC030"));

    [Fact]
    public void Whatever_is_typed_is_read_without_falling_over()
    {
        string[] odd = ["", "{{", "{{}}", "[](", "![](", "|a|\n|-|", new string('>', 5000) + "a", "\0", "\uD800", "- - - -", "```", "[a]: b"];

        Assert.All(odd, text => Assert.NotNull(Read(text).Issues));
    }

    [Fact]
    public void Our_own_messages_say_the_same_read_from_what_was_written()
    {
        var content = ContentCompiler.Compile(ContentFolder.Read(Folder()), SampleContent.Day).SnapshotOver(ContentSnapshot.Empty(""));
        var campaigns = Languages.All.SelectMany(language => content.In(language).Campaigns.Values).ToList();

        Assert.Equal(24, campaigns.Count);
        Assert.All(campaigns, campaign =>
        {
            var read = MessageMarkdown.Read(campaign.Markdown, campaign.Language, content, SampleContent.Day);

            Assert.True(read.IsGood, string.Join('\n', read.Issues));
            Assert.Equal(Words(campaign.Short, campaign.Language), Words(read.Blocks, campaign.Language));
        });

        string Words(IReadOnlyList<Block> blocks, string language) => PlainText.Of(content.Resolve(blocks, language, SampleContent.Day));
    }

    private CheckedMessage Read(string markdown) => MessageMarkdown.Read(markdown, Languages.Vietnamese, _content, SampleContent.Day);

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../content"));
}
