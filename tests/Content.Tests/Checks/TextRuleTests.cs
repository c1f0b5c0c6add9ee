using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Checks;

public sealed class TextRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void A_short_answer_of_600_characters_is_well() => Assert.Empty(ShortOf(new string('a', 600)).Compile().Issues);

    [Fact]
    public void A_short_answer_of_601_characters_is_an_error() => ShortOf(new string('a', 601)).Only($"{OtherAnswer}:16:1 Error OC019");

    [Fact]
    public void Figures_count_as_they_are_shown() =>
        // The braces are 26 characters, "5.310.000 đồng" is 14.
        Assert.Empty(ShortOf(new string('a', 586) + "{{luong-toi-thieu-vung-1}}").Compile().Issues);

    [Fact]
    public void Decomposed_letters_count_as_one() =>
        Assert.Empty(ShortOf(string.Concat(Enumerable.Repeat("e\u0302\u0301", 600))).Compile().Issues);

    [Theory]
    [InlineData("")]
    [InlineData("## Chỉ có mục\n\nChữ.\n")]
    public void A_short_answer_that_is_empty_is_an_error(string body) =>
        Assert.Equal("OC020", Assert.Single(ShortOf(body).Compile().Issues).Code);

    [Fact]
    public void An_empty_page_is_an_error() =>
        Assert.Equal("OC020", Assert.Single(_content.Replace("vi/pages/khan-cap-violence.md", "Bạn đang bị đánh. {organisation}", "").Compile().Issues).Code);

    [Theory]
    [InlineData("# Cần làm gì")]
    [InlineData("#### Cần làm gì")]
    public void A_heading_of_another_level_is_an_error(string heading) =>
        _content.Replace(Answer, "## Cần làm gì", heading).Only($"{Answer}:18:1 Error OC024");

    [Theory]
    [InlineData("Gọi 1900 9068 ngay.", 5)]
    [InlineData("Gọi 113 ngay.", 5)]
    [InlineData("Số 0377 672 444.", 4)]
    public void A_phone_number_in_prose_is_a_warning(string prose, int column) => ShortOf(prose).Only($"{OtherAnswer}:16:{column} Warning OC043");

    [Theory]
    [InlineData("Điều 113, năm 1900, 5.310.000 đồng, 2026-01-01, 01/07/2026.")]
    [InlineData("Theo Điều 111.")]
    public void Articles_years_and_amounts_are_no_phone_numbers(string prose) => Assert.Empty(ShortOf(prose).Compile().Issues);

    private SampleContent ShortOf(string body)
    {
        var text = _content.Text(OtherAnswer);
        return _content.With(OtherAnswer, text[..(text.LastIndexOf("---\n", StringComparison.Ordinal) + 4)] + body);
    }
}
