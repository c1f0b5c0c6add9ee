using Outreach.Channels.Rendering;
using Outreach.Content.Blocks;
using static Outreach.Channels.Tests.Rendering.Sample;

namespace Outreach.Channels.Tests.Rendering;

public sealed class PlainRendererTests
{
    [Fact]
    public void The_golden_sample_reads_as_agreed() => Assert.Equal(
        """
        HỖ TRỢ VISA

        Chào chị Lan, có 3 việc cần làm:

        1. Mang hộ chiếu
        2. Gọi 1900 1234
           • trước 17:00

        Xem hướng dẫn: https://example.org/vi?a=1&b=2

        Nơi: Osaka; Giờ: 9–17

        “Không đưa hộ chiếu cho người khác.”
        """,
        PlainRenderer.Render(Golden));

    [Fact]
    public void Choices_are_numbered()
    {
        var reply = Reply(P("Bạn cần gì?")) with { Buttons = [new Button("Hợp đồng", "hd"), new Button("Công an", "tel:113", IsLink: true)] };

        Assert.Equal("Bạn cần gì?\n\n1. Hợp đồng\n2. Công an: 113", PlainRenderer.Render(reply));
    }

    [Fact]
    public void Punctuation_never_touches_the_end_of_an_address() =>
        Assert.Equal("Xem trang: https://a.example , rồi gọi", PlainRenderer.Render([P(T("Xem "), new Inline.Link("https://a.example", [T("trang")]), T(", rồi gọi"))]));

    [Fact]
    public void Text_comes_out_composed_without_control_characters() =>
        Assert.Equal("ạ b    c", PlainRenderer.Render([P("a\u0323 b\tc\u0007")]));
}
