using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Checks;

public sealed class WordingRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void A_sentence_of_30_words_is_well() => Assert.Empty(ShortOf(Words(30) + ". " + Words(30) + ".").Compile().Issues);

    [Fact]
    public void A_sentence_of_31_words_is_a_warning() => ShortOf(Words(31) + ".").Only($"{OtherAnswer}:16:1 Warning OC053");

    [Fact]
    public void Lines_of_a_list_are_sentences_of_their_own() =>
        Assert.Empty(ShortOf($"- {Words(20)}\n- {Words(20)}\n").Compile().Issues);

    [Fact]
    public void A_point_inside_a_number_ends_no_sentence() => ShortOf($"{Words(16)} 5.310.000 {Words(16)}").Only($"{OtherAnswer}:16:1 Warning OC053");

    [Theory]
    [InlineData("Đóng BHXH đủ năm.")]
    [InlineData("Hỏi NLĐ.")]
    public void Letters_that_stand_for_words_are_a_warning(string text) => ShortOf(text).Only($"{OtherAnswer}:16:1 Warning OC054");

    [Theory]
    [InlineData("Bảo hiểm xã hội (BHXH) là quyền. Hỏi BHXH.")]
    [InlineData("Mức 5.310.000 VND, loại II, theo Luật Việc làm 2025 (74/2025/QH15).")]
    public void Explained_letters_and_numerals_are_well(string text) => Assert.Empty(ShortOf(text).Compile().Issues);

    [Fact]
    public void A_variant_of_two_answers_is_a_warning() =>
        _content.Replace(OtherAnswer, "nghi viec co dc bhtn-muc-huong k", "Nghi viec, co dc bhtn dieu-kien k?").Only($"{OtherAnswer}:5:5 Warning OC050");

    [Fact]
    public void A_variant_that_is_another_answers_question_is_a_warning() =>
        _content.Replace(Answer, "nghi viec co dc bhtn-dieu-kien k", "trợ cấp thất nghiệp được bao nhiêu").Only($"{Answer}:5:5 Warning OC050");

    [Fact]
    public void Synonyms_that_lead_in_a_circle_are_a_warning() =>
        Assert.Equal(
            ["synonyms.yml:6:3 Warning OC051", "synonyms.yml:7:3 Warning OC051"],
            _content.Replace("synonyms.yml", "  k: không\n", "  k: không\n  aa: bb\n  bb: aa\n").Compile().Issues
                .Select(i => $"{i.File}:{i.Line}:{i.Column} {i.Level} {i.Code}"));

    [Theory]
    [InlineData("dao")]
    [InlineData("cứu")]
    [InlineData("sos")]
    public void A_crisis_phrase_of_one_short_word_is_a_warning(string phrase) =>
        _content.Replace("crisis.yml", "[bị đánh, bóp cổ]", $"[{phrase}, bóp cổ]").Only("crisis.yml:6:13 Warning OC052");

    private SampleContent ShortOf(string body)
    {
        var text = _content.Text(OtherAnswer);
        return _content.With(OtherAnswer, text[..(text.LastIndexOf("---\n", StringComparison.Ordinal) + 4)] + body);
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("chữ", count));
}
