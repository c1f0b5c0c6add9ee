using Outreach.Cases.Requests;

namespace Outreach.Cases.Tests.Requests;

public sealed class AliasesTests
{
    [Theory]
    [InlineData("Ổi Đỏ 12", "oi do 12")]
    [InlineData("  Bằng  Lăng Tím 7 ", "bang lang tim 7")]
    [InlineData("SEN HỒNG 99", "sen hong 99")]
    public void An_alias_is_searched_without_marks_or_capitals(string alias, string key) => Assert.Equal(key, Aliases.Fold(alias));

    [Fact]
    public void Every_alias_has_a_colour_of_the_palette()
    {
        string[] palette = ["pink", "red", "orange", "yellow", "lime", "green", "teal", "cyan", "azure", "blue", "indigo", "purple"];

        for (var i = 0; i < 500; i++)
        {
            var (alias, colour) = Aliases.Draw(i % 10);
            Assert.Contains(colour, palette);
            Assert.InRange(alias.Length, 7, 48);
        }
    }
}
