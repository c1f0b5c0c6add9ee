using System.Text.Encodings.Web;
using Outreach.Staff.Cases;

namespace Outreach.Staff.Tests.Cases;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("Chủ nợ lương 3 tháng.\nEm phải làm sao?", "Chủ nợ lương 3 tháng.\nEm phải làm sao?")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("xem https://x.example/a?b=1&c=2", "xem https://x.example/a?b=1&amp;c=2")]
    [InlineData("\"' onmouseover=x", "&quot;&#x27; onmouseover=x")]
    public void Words_stand_as_they_were_written_and_markup_is_encoded(string text, string html) => Assert.Equal(html, Html(text));

    [Theory]
    [InlineData("\u202Etxet desrever", "U+202E")]
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("a\u200Bb", "U+200B")]
    [InlineData("a\u200Db", "U+200D")]
    [InlineData("\uFEFFa", "U+FEFF")]
    [InlineData("a\u0000b", "U+0000")]
    [InlineData("a\u001Bb", "U+001B")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\u00ADb", "U+00AD")]
    [InlineData("a\u3164b", "U+3164")]
    [InlineData("a\u2800b", "U+2800")]
    [InlineData("a\uE000b", "U+E000")]
    [InlineData("a\uFE01b", "U+FE01")]
    [InlineData("a\U000E0041b", "U+E0041")]
    [InlineData("a\U000E0100b", "U+E0100")]
    public void What_nobody_sees_is_written_out(string text, string code)
    {
        var html = Html(text);

        Assert.Contains($"<span class=\"odd-sign\">⟦{code}⟧</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(text, html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_hidden_sign_many_times_is_written_once_with_its_number() =>
        Assert.Equal("a<span class=\"odd-sign\">⟦U+200B ×500⟧</span>b", Html("a" + new string('\u200B', 500) + "b"));

    [Fact]
    public void Marks_heaped_on_one_letter_do_not_paint_over_other_lines() =>
        Assert.Equal("e\u0301\u0301\u0301<span class=\"odd-sign\">⟦U+0301 ×97⟧</span>", Html("e" + new string('\u0301', 100)));

    [Theory]
    [InlineData("em sợ lắm 😢👩‍👧❤️👍🏽")]
    [InlineData("cộng dồn e\u0302\u0301")]
    public void Ordinary_marks_and_pictures_are_left_alone(string text) => Assert.DoesNotContain("odd-sign", Html(text), StringComparison.Ordinal);

    [Fact]
    public void Half_of_a_pair_of_signs_is_shown_as_unreadable() => Assert.Contains("\uFFFD", InertText.Plain("a\uD83Db"), StringComparison.Ordinal);

    [Fact]
    public void Line_ends_of_every_kind_are_one() => Assert.Equal("a\nb\nc", Html("a\r\nb\rc"));

    private static string Html(string text)
    {
        using var writer = new StringWriter();
        InertText.Html(text).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
