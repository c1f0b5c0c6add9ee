using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Outreach.Channels.Rendering;
using static Outreach.Channels.Tests.Rendering.Sample;

namespace Outreach.Channels.Tests.Rendering;

public sealed class MarkdownRendererTests
{
    [Fact]
    public void The_golden_sample_comes_out_as_its_source() => Assert.Equal(
        """
        ## Hỗ trợ visa

        Chào **chị Lan**, có *3 việc* cần làm:

        1. Mang hộ chiếu
        2. Gọi `1900 1234`
           - trước 17:00

        Xem [hướng dẫn](https://example.org/vi?a=1&b=2).

        | Nơi | Giờ |
        |---|---|
        | Osaka | 9–17 |

        > Không đưa hộ chiếu cho người khác.
        """,
        MarkdownRenderer.Render(Golden));

    [Theory]
    [InlineData("*a* _b_ **c** `d` ~~e~~ <b>f</b> [g](https://x.example) ![h](i) | j &lt; &#60;")]
    [InlineData("# tiêu đề")]
    [InlineData("- mục")]
    [InlineData("+ mục")]
    [InlineData("12. mục")]
    [InlineData("3) mục")]
    [InlineData("> trích")]
    [InlineData("---")]
    [InlineData("===")]
    [InlineData("```x")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\\*a")]
    public void Peoples_text_can_never_become_markup(string text)
    {
        var document = Markdown.Parse(MarkdownRenderer.Render([P(text)]), new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build());

        var paragraph = Assert.IsType<ParagraphBlock>(Assert.Single(document));
        Assert.Equal(text, string.Concat(paragraph.Inline!.Select(i => i is HtmlEntityInline entity ? entity.Original.ToString() : Assert.IsType<LiteralInline>(i).Content.ToString())));
    }
}
