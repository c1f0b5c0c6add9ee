using Outreach.Channels.Telegram;
using Outreach.Content.Blocks;
using Outreach.Testing.Telegram;
using static Outreach.Channels.Tests.Rendering.Sample;

namespace Outreach.Channels.Tests.Rendering;

public sealed class TelegramRendererTests
{
    [Fact]
    public void The_golden_sample_reads_as_agreed()
    {
        var parts = TelegramRenderer.Render(Reply([.. Golden]));

        Assert.Equal(
            """
            <b>Hỗ trợ visa</b>

            Chào <b>chị Lan</b>, có <i>3 việc</i> cần làm:

            1. Mang hộ chiếu
            2. Gọi <code>1900 1234</code>
               • trước 17:00

            Xem <a href="https://example.org/vi?a=1&amp;b=2">hướng dẫn</a>.

            <pre>Nơi   | Giờ
            Osaka | 9–17</pre>

            <blockquote>Không đưa hộ chiếu cho người khác.</blockquote>
            """,
            Assert.Single(parts).Html);
    }

    [Fact]
    public void Peoples_text_can_never_become_markup()
    {
        var part = Assert.Single(TelegramRenderer.Render(Reply(P("<b>a & b</b> &lt; </pre>"))));

        Assert.Equal("<b>a & b</b> &lt; </pre>", TelegramHtml.Parse(part.Html).Text);
    }

    [Theory]
    [InlineData("tel:19009068", "1900 9068", "Gọi 1900 9068 ngay")]
    [InlineData("tel:113", "Công an", "Gọi Công an: 113 ngay")]
    [InlineData("mailto:a@example.org", "a@example.org", "Gọi a@example.org ngay")]
    public void A_number_to_call_stands_bare_because_Telegram_links_it_itself(string url, string label, string expected)
    {
        var part = Assert.Single(TelegramRenderer.Render(Reply(P(T("Gọi "), new Inline.Link(url, [T(label)]), T(" ngay")))));

        Assert.Equal(expected, part.Html);
    }

    [Fact]
    public void A_table_too_wide_for_a_phone_is_told_in_lines()
    {
        var table = new Block.Table([[T("Vùng")], [T("Địa bàn")]], [[[T("I")], [T("Quận, huyện của Hà Nội và Thành phố Hồ Chí Minh")]], [[T("II")], [T("Huyện còn lại")]]]);

        var part = Assert.Single(TelegramRenderer.Render(Reply(table)));

        Assert.Equal("Vùng: I; Địa bàn: Quận, huyện của Hà Nội và Thành phố Hồ Chí Minh\nVùng: II; Địa bàn: Huyện còn lại", part.Html);
    }

    [Fact]
    public void A_link_in_a_table_is_not_lost_in_fixed_width()
    {
        var table = new Block.Table([[T("Nơi")]], [[[new Inline.Link("https://a.example", [T("ở đây")])]]]);

        Assert.Contains("https://a.example", Assert.Single(TelegramRenderer.Render(Reply(table))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_hang_on_the_last_part_two_short_ones_to_a_row()
    {
        var reply = Reply(P(new string('a', 30)), P(new string('b', 30))) with
        {
            Buttons = [new Button("Có", "yes"), new Button("Không", "no"), new Button("Một nhãn dài hơn nửa màn hình", "x"), new Button("Mở trang", "https://a.example", IsLink: true)],
        };

        var parts = TelegramRenderer.Render(reply, limit: 40);

        Assert.Null(parts[0].Keyboard);
        Assert.Equal(["Có|Không", "Một nhãn dài hơn nửa màn hình", "Mở trang"], parts[1].Keyboard!.InlineKeyboard.Select(r => string.Join('|', r.Select(b => b.Text))));
    }

    [Fact]
    public void What_cannot_be_a_button_is_written_out()
    {
        var reply = Reply(P("Gọi ngay:")) with { Buttons = [new Button("Công an", "tel:113", IsLink: true), new Button("Quá dài", new string('đ', 33))] };

        var part = Assert.Single(TelegramRenderer.Render(reply));

        Assert.Equal("Gọi ngay:\n\n• Công an: 113\n• Quá dài", part.Html);
        Assert.Null(part.Keyboard);
    }

    [Fact]
    public void A_quote_in_a_quote_gets_quotation_marks_which_Telegram_would_refuse_as_markup()
    {
        var part = Assert.Single(TelegramRenderer.Render(Reply(new Block.Quote([P("ngoài"), new Block.Quote([P("trong")])]))));

        Assert.Equal("<blockquote>ngoài\n“trong”</blockquote>", part.Html);
    }

    [Fact]
    public void Code_cut_in_two_is_closed_and_opened_again_in_its_language()
    {
        var parts = TelegramRenderer.Render(Reply(new Block.Code("csharp", "một hai\nba bốn")), limit: 8);

        Assert.Equal(["<pre><code class=\"language-csharp\">một hai</code></pre>", "<pre><code class=\"language-csharp\">ba bốn</code></pre>"], parts.Select(p => p.Html));
    }

    [Fact]
    public void A_table_that_goes_on_in_the_next_message_says_its_header_again()
    {
        var table = new Block.Table([[T("A")], [T("B")]], [.. Enumerable.Range(1, 6).Select(i => (IReadOnlyList<IReadOnlyList<Inline>>)[[T($"{i}")], [T("x")]])]);

        var parts = TelegramRenderer.Render(Reply(table), limit: 24);

        Assert.True(parts.Count > 1);
        Assert.All(parts, p => Assert.StartsWith("<pre>A | B\n", p.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_over_two_messages_keeps_counting()
    {
        var parts = TelegramRenderer.Render(Reply(new Block.Items(true, 1, [[P("một hai ba")], [P("bốn năm sáu")], [P("bảy tám")]])), limit: 30);

        Assert.Equal(["1. một hai ba\n2. bốn năm sáu", "3. bảy tám"], parts.Select(p => p.Html));
    }

    [Fact]
    public void A_heading_never_ends_a_message()
    {
        var parts = TelegramRenderer.Render(Reply(P(new string('a', 20)), new Block.Heading(2, [T("Cần làm gì")]), P(new string('b', 20))), limit: 36);

        Assert.Equal([new string('a', 20), $"<b>Cần làm gì</b>\n\n{new string('b', 20)}"], parts.Select(p => p.Html));
    }

    [Fact]
    public void A_long_paragraph_breaks_after_a_sentence()
    {
        var parts = TelegramRenderer.Render(Reply(P("Câu thứ nhất ở đây. Câu thứ hai ở đây. Câu ba.")), limit: 30);

        Assert.Equal(["Câu thứ nhất ở đây.", "Câu thứ hai ở đây. Câu ba."], parts.Select(p => p.Html));
    }

    [Fact]
    public void Neither_a_link_nor_an_emoji_is_ever_cut()
    {
        var parts = TelegramRenderer.Render(Reply(P(T("Xem "), new Inline.Link("https://a.example", [T("trang này của chúng tôi")]), T(" 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"))), limit: 24);

        Assert.Equal(["Xem", "<a href=\"https://a.example\">trang này của chúng tôi</a>", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"], parts.Select(p => p.Html));
    }
}
