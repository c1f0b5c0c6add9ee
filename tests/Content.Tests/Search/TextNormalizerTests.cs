using System.Text;
using Outreach.Content.Search;

namespace Outreach.Content.Tests.Search;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("hoà giải", "hòa giải")]
    [InlineData("thuỷ sản", "thủy sản")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("quý", "quí")]
    [InlineData("toàn quyền", "toàn quyền")]
    [InlineData("khuỷu tay", "khuỷu tay")]
    [InlineData("giặt giũ", "giặt giũ")]
    [InlineData("của", "của")]
    public void A_tone_has_one_place_wherever_it_was_typed(string typed, string normal)
    {
        Assert.Equal(normal, TextNormalizer.Normalize(typed));
    }

    [Theory]
    [InlineData("Nghỉ việc được hưởng trợ cấp thất nghiệp")]
    [InlineData("ĐƯỢC LƯƠNG THƯỞNG")]
    public void Composed_and_decomposed_letters_are_the_same(string text)
    {
        var composed = TextNormalizer.Tokenize(text.Normalize(NormalizationForm.FormC));
        var decomposed = TextNormalizer.Tokenize(text.Normalize(NormalizationForm.FormD));

        Assert.Equal(composed, decomposed);
    }

    [Theory]
    [InlineData("Công ty KHÔNG trả lương!", "cong ty khong tra luong!")]
    [InlineData("ĐƯỜNG đi", "duong di")]
    [InlineData("Ａｂｃ", "abc")]
    public void Folding_takes_marks_and_case_away_and_leaves_the_rest(string text, string folded)
    {
        Assert.Equal(folded, TextNormalizer.Fold(text));
    }

    [Theory]
    [InlineData("công ty", "công ti")]
    [InlineData("đăng ký", "đăng kí")]
    [InlineData("kỷ luật", "kỉ luật")]
    [InlineData("lý do", "lí do")]
    public void Y_and_i_at_the_end_are_one_letter(string one, string other)
    {
        Assert.Equal(TextNormalizer.Normalize(one), TextNormalizer.Normalize(other));
    }

    [Theory]
    [InlineData("thúy", "thúi")]
    [InlineData("tay", "tai")]
    public void Y_and_i_stay_apart_where_they_make_two_words(string one, string other)
    {
        Assert.NotEqual(TextNormalizer.Normalize(one), TextNormalizer.Normalize(other));
    }

    [Theory]
    [InlineData("3thang", "3 thang")]
    [InlineData("luong 5tr2", "luong 5 tr2")]
    [InlineData("2/9", "2 9")]
    [InlineData("10%", "10 %")]
    [InlineData("mẫu c65", "mẫu c65")]
    public void Numbers_are_parted_from_the_letters_behind_them(string typed, string words)
    {
        Assert.Equal(words, TextNormalizer.Normalize(typed));
    }

    [Theory]
    [InlineData("lư\u200Bơng")]
    [InlineData("\u202Elương\u202C")]
    [InlineData("lương👍🏽❤️")]
    [InlineData("...lương???")]
    public void Signs_emoji_and_what_cannot_be_seen_are_no_part_of_a_word(string typed)
    {
        Assert.Equal("lương", TextNormalizer.Normalize(typed));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_read_over()
    {
        Assert.Equal("lương tháng", TextNormalizer.Normalize("lương \ud83d tháng"));
    }

    [Fact]
    public void The_slip_uo_for_ươ_is_mended()
    {
        Assert.Equal("lương thưởng", TextNormalizer.Normalize("luơng thuởng"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("😭😭😭")]
    [InlineData("\u0301\u0323")]
    public void Nothing_said_is_no_words(string text)
    {
        Assert.Empty(TextNormalizer.Tokenize(text));
    }
}
