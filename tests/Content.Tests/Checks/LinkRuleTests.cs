using Outreach.Content.Checks;
using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Checks;

public sealed class LinkRuleTests
{
    private readonly SampleContent _content = new();

    [Theory]
    [InlineData("https://vssid.baohiemxahoi.gov.vn")]
    [InlineData("http://example.vn/a?b=c#d")]
    [InlineData("mailto:a@example.vn")]
    [InlineData("tel:19009068")]
    [InlineData("/hoi-dap/bhtn-muc-huong")]
    [InlineData("/hoi-dap/bhtn-muc-huong#phan")]
    [InlineData("bhtn-muc-huong.md")]
    [InlineData("../../pages/khan-cap-violence.md")]
    [InlineData("#can-lam-gi")]
    [InlineData("#c%E1%BA%A7n-l%C3%A0m-g%C3%AC")]
    public void A_link_that_leads_somewhere_is_well(string url) => Assert.Empty(Linking(url).Compile().Issues);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("java&#115;cript:alert(1)")]
    [InlineData("java&Tab;script:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.vn")]
    [InlineData("//example.vn")]
    [InlineData("/\\\\example.vn")]
    [InlineData("https://")]
    public void A_link_by_any_other_way_is_an_error(string url) => Linking(url).Only($"{Answer}:16:1 Error OC022");

    [Fact]
    public void An_unsafe_automatic_link_is_an_error() =>
        _content.Replace(Answer, "Đóng đủ", "<javascript:alert(1)>").Only($"{Answer}:16:1 Error OC022");

    [Theory]
    [InlineData("/hoi-dap/bhtn-muc-huon", "Did you mean '/hoi-dap/bhtn-muc-huong'?")]
    [InlineData("khong-co.md", "")]
    [InlineData("bieu-mau.pdf", "")]
    [InlineData("/lien-he", "")]
    public void A_link_to_nowhere_is_an_error(string url, string hint) =>
        Assert.EndsWith(hint, Linking(url).Only($"{Answer}:16:1 Error OC012").Mend, StringComparison.Ordinal);

    [Fact]
    public void A_link_to_a_heading_that_is_not_there_is_an_error_with_the_near_one()
    {
        var issue = Linking("#can-lam-gii").Only($"{Answer}:16:1 Error OC012");

        Assert.Equal("no heading '#can-lam-gii' in this page. Link to a heading of it. Did you mean '#can-lam-gi'?", $"{issue.What}. {issue.Mend}");
    }

    [Fact]
    public void A_picture_from_elsewhere_is_an_error() =>
        _content.Replace(Answer, "Đóng đủ", "![x](https://example.vn/x.png)").Only($"{Answer}:16:1 Error OC023");

    [Fact]
    public void A_picture_that_is_not_there_is_an_error() =>
        _content.Replace(Answer, "Đóng đủ", "![x](x.png)").Only($"{Answer}:16:1 Error OC025");

    [Theory]
    [InlineData("<b>đậm</b>", "OC021")]
    [InlineData("<script>alert(1)</script>", "OC021")]
    [InlineData("<!-- ghi chú -->", "OC021")]
    [InlineData("<img src=x onerror=alert(1)>", "OC021")]
    public void Raw_html_is_an_error(string html, string code) =>
        Assert.Contains(_content.Replace(Answer, "Đóng đủ", html).Compile().Issues, i => (i.Code, i.Line) == (code, 16));

    [Fact]
    public void Raw_html_on_its_own_line_is_an_error() =>
        _content.Replace(Answer, "## Cần", "<div>\nx\n</div>\n\n## Cần").Only($"{Answer}:18:1 Error OC021");

    [Fact]
    public void A_link_is_judged_the_same_with_scheme_in_capitals() => Assert.Equal(LinkRule.Verdict.Web, LinkRule.Judge("HTTPS://EXAMPLE.VN"));

    private SampleContent Linking(string url) => _content.Replace(Answer, "Đóng đủ", $"[xem]({url})");
}
