using Outreach.Content.Search.Unanswered;

namespace Outreach.Content.Tests.Search.Unanswered;

public sealed class AnswerSuggestionsTests
{
    [Fact]
    public void A_group_near_an_answer_names_it_says_why_and_gives_the_line_and_the_file()
    {
        var suggestion = Suggest("chủ trọ không chịu trả cọc cho em");

        var first = suggestion.Answers[0];
        Assert.Equal(("tien-coc-tro", "vi/faq/bhxh/tien-coc-tro.md", false), (first.Id, first.File, first.HasVariant));
        Assert.NotNull(first.Why.NearestPhrasing);
        Assert.Contains(first.Why.Terms, term => term.Term == "chu tro");
        Assert.InRange(suggestion.Confidence, 0.01, 1);
        Assert.Equal("  - chủ trọ không chịu trả cọc cho em", suggestion.Variant);
        Assert.InRange(suggestion.Answers.Count, 1, AnswerSuggestions.MaxAnswers);
    }

    [Fact]
    public void A_group_that_fits_nothing_wants_an_answer_of_its_own()
    {
        var suggestion = Suggest("xin visa đi nhật");

        Assert.Empty(suggestion.Answers);
        Assert.Equal(0, suggestion.Confidence);
    }

    [Fact]
    public void An_answer_that_has_the_wording_already_says_so()
    {
        var suggestion = Suggest("Chủ trọ giữ tiền cọc?");

        Assert.True(suggestion.Answers[0].HasVariant);
        Assert.True(suggestion.IsAnsweredNow);
    }

    [Theory]
    [InlineData("chủ trọ [tên] giữ cọc, sđt [số]", "  - chủ trọ giữ cọc, sđt")]
    [InlineData("lương: bao nhiêu #1", "  - 'lương: bao nhiêu #1'")]
    [InlineData("'nghỉ' thì sao", "  - '''nghỉ'' thì sao'")]
    [InlineData("- nghỉ việc", "  - '- nghỉ việc'")]
    [InlineData("no", "  - 'no'")]
    [InlineData("[số] [tên]", null)]
    public void The_line_to_paste_is_YAML_without_masks(string asked, string? line) => Assert.Equal(line, Suggest(asked).Variant);

    [Fact]
    public void Another_wording_of_the_group_may_find_the_answer()
    {
        var group = Inbox.Group("nhà trọ chưa hoàn lại em khoản kia")[0] with { Others = ["don di chu tro khong tra coc"] };

        var suggestion = new AnswerSuggestions(Given.Content).For(group);

        Assert.Equal("tien-coc-tro", suggestion.Answers[0].Id);
    }

    private static GroupSuggestion Suggest(string asked) => new AnswerSuggestions(Given.Content).For(Inbox.Group(asked)[0]);
}
