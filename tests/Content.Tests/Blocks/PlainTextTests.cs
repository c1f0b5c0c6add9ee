using Outreach.Content.Blocks;
using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Blocks;

public sealed class PlainTextTests
{
    [Fact]
    public void Every_kind_of_block_reads_well_as_plain_text()
    {
        var text = Text("""
            Đóng **đủ** *12* tháng, mức {{luong-toi-thieu-vung-1}}, tỷ lệ {{ty-le-dong}}.
            Dòng sau. Gọi {{hotline:bhxh-viet-nam}}.

            - Một
              - Một rưỡi
            - [Xem](https://example.vn/a)

            3. Ba
            4. Bốn

            > Trích.

            | Vùng | Mức |
            |---|---|
            | I | {{luong-toi-thieu-vung-1}} |

            ---

            `mã` &amp; <https://example.vn>
            """, "vi");

        Assert.Equal("""
            Đóng đủ 12 tháng, mức 5.310.000 đồng, tỷ lệ 10,5%. Dòng sau. Gọi 1900 9068.

            - Một
              - Một rưỡi
            - Xem (https://example.vn/a)

            3. Ba
            4. Bốn

            Trích.

            Vùng: I; Mức: 5.310.000 đồng

            mã & https://example.vn
            """, text);
    }

    [Fact]
    public void Figures_are_written_as_the_language_writes_them() =>
        Assert.Equal("5,310,000 VND, 10.5%", Text("{{luong-toi-thieu-vung-1}}, {{ty-le-dong}}", "en"));

    [Theory]
    [InlineData("2025-12-31", "4.960.000 đồng")]
    [InlineData("2026-01-01", "5.310.000 đồng")]
    public void A_figure_has_the_value_of_the_day(string day, string shown)
    {
        var snapshot = new SampleContent().Snapshot();

        var blocks = snapshot.Resolve(snapshot.In("vi").Answers["bhtn-muc-huong"].Short, "vi", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Contains(shown, PlainText.Of(blocks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hotline_becomes_a_link_to_call_and_the_organisation_its_name()
    {
        var snapshot = new SampleContent().Replace(OtherAnswer, "Lương tối thiểu là", "{organisation}, {{hotline:bhxh-viet-nam}}:").Snapshot("Công đoàn mẫu");

        var paragraph = Assert.IsType<Block.Paragraph>(snapshot.Resolve(snapshot.In("vi").Answers["bhtn-muc-huong"].Short, "vi", Day)[0]);

        Assert.Equal("Công đoàn mẫu, ", Assert.IsType<Inline.Text>(paragraph.Text[0]).Value);
        Assert.Equal("tel:19009068", Assert.IsType<Inline.Link>(paragraph.Text[1]).Url);
    }

    private static string Text(string markdown, string language)
    {
        var path = language == "vi" ? OtherAnswer : "en/faq/bhxh/bhtn-muc-huong.md";
        var content = new SampleContent();
        var text = content.Text(path);
        var snapshot = content.With(path, text[..(text.LastIndexOf("---\n", StringComparison.Ordinal) + 4)] + markdown).Snapshot();
        return PlainText.Of(snapshot.Resolve(snapshot.In(language).Answers["bhtn-muc-huong"].Short, language, Day));
    }
}
