using Outreach.Content.Search;

namespace Outreach.Content.Tests.Search;

public sealed class QueryNormalizerTests
{
    private static readonly QueryNormalizer Normalizer = new(Given.Synonyms(
        ("bhtn", ["bảo hiểm thất nghiệp"]), ("dc", ["được"]), ("k", ["không", "nghìn"]), ("ck", ["chồng"]), ("ạ", [""]),
        ("hong", ["không"]), ("mô", ["đâu"]), ("bao hiem tn", ["bảo hiểm thất nghiệp"])));

    [Theory]
    [InlineData("dduwowcj", "được")]
    [InlineData("thaats nghieepj", "thất nghiệp")]
    [InlineData("tro caaps", "tro cấp")]
    [InlineData("tieenf thai sarn", "tiền thai sản")]
    [InlineData("ddaau", "đâu")]
    [InlineData("nguyênj", "nguyện")]
    [InlineData("hooij", "hội")]
    [InlineData("chur troj", "chủ trọ")]
    public void Keys_of_telex_that_stayed_are_read(string typed, string meant)
    {
        Assert.Equal(meant, Normalizer.Normalize(typed));
    }

    [Theory]
    [InlineData("bao3 hiem63", "bảo hiểm")]
    [InlineData("d9uoc75", "được")]
    [InlineData("lu7o7ng", "lương")]
    [InlineData("tie6n2", "tiền")]
    public void Keys_of_vni_that_stayed_are_read(string typed, string meant)
    {
        Assert.Equal(meant, Normalizer.Normalize(typed));
    }

    [Theory]
    [InlineData("luuuuơng", "lương")]
    [InlineData("trờiiiii", "trời")]
    public void Letters_held_down_count_once(string typed, string meant)
    {
        Assert.Equal(meant, Normalizer.Normalize(typed));
    }

    [Theory]
    [InlineData("bhtn", "bảo hiểm thất nghiệp")]
    [InlineData("BHTN", "bảo hiểm thất nghiệp")]
    [InlineData("đc", "được")]
    [InlineData("bao hiem tn", "bảo hiểm thất nghiệp")]
    [InlineData("bảo hiểm tn", "bảo hiểm thất nghiệp")]
    [InlineData("k", "không")]
    [InlineData("được ạ", "được")]
    public void Abbreviations_are_spelt_out_in_their_likeliest_meaning(string typed, string meant)
    {
        Assert.Equal(meant, Normalizer.Normalize(typed));
    }

    [Theory]
    [InlineData("hồng", "hồng")]
    [InlineData("hỏng", "hỏng")]
    [InlineData("mo", "mo")]
    public void A_word_with_other_marks_is_not_the_abbreviation(string typed, string meant)
    {
        Assert.Equal(meant, Normalizer.Normalize(typed));
    }
}
