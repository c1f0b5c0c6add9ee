using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Checks;

public sealed class SharedFileRuleTests
{
    private readonly SampleContent _content = new();

    [Fact]
    public void A_gap_in_a_figures_days_is_an_error()
    {
        var issue = _content.Replace("figures.yml", "from: 2026-01-01", "from: 2026-02-01").Only("figures.yml:9:5 Error OC027");

        Assert.Equal("'luong-toi-thieu-vung-1' has no value from 2026-01-01 to 2026-01-31", issue.What);
    }

    [Theory]
    [InlineData("to: 2025-12-31", "to: 2026-01-01")]
    [InlineData("to: 2025-12-31", "to: null")]
    public void An_overlap_in_a_figures_days_is_an_error(string old, string fresh) =>
        _content.Replace("figures.yml", old, fresh).Only("figures.yml:9:5 Error OC028");

    [Theory]
    [InlineData("value: 10.5", "value: 10,5", 18)]
    [InlineData("value: 10.5", "value: nhiều", 18)]
    [InlineData("value: 10.5", "value: -1", 18)]
    public void A_value_that_is_no_number_is_an_error(string old, string fresh, int line) =>
        Assert.Contains(_content.Replace("figures.yml", old, fresh).Compile().Issues, i => (i.File, i.Line, i.Code) == ("figures.yml", line, "OC029"));

    [Fact]
    public void A_unit_that_is_not_known_is_an_error() =>
        Assert.Contains(_content.Replace("figures.yml", "unit: \"%\"", "unit: USD").Compile().Issues, i => (i.File, i.Line, i.Code) == ("figures.yml", 19, "OC029"));

    [Fact]
    public void A_figure_that_ends_before_it_begins_is_an_error() =>
        Assert.Contains(_content.Replace("figures.yml", "from: 2024-07-01", "from: 2026-07-01").Compile().Issues, i => i is { File: "figures.yml", Code: "OC029" });

    [Theory]
    [InlineData("topics.yml")]
    [InlineData("hotlines.yml")]
    [InlineData("vi/phrases.yml")]
    public void A_file_nothing_works_without_is_an_error_when_missing(string file) =>
        Assert.Contains(_content.Without(file).Compile().Issues, i => (i.File, i.Level, i.Code) == (file, IssueLevel.Error, "OC035"));

    [Theory]
    [InlineData("sources.yml")]
    [InlineData("synonyms.yml")]
    [InlineData("crisis.yml")]
    [InlineData("calendar.yml")]
    [InlineData("holidays.yml")]
    [InlineData("en/phrases.yml")]
    public void Another_file_that_is_missing_is_a_warning(string file) => _content.Without(file).Only($"{file}:1:1 Warning OC036");

    [Fact]
    public void A_hotline_number_nobody_can_call_is_an_error() =>
        Assert.Contains(_content.Replace("hotlines.yml", "1900 9068", "1900-WOMEN").Compile().Issues, i => (i.File, i.Line, i.Code) == ("hotlines.yml", 2, "OC044"));

    [Fact]
    public void A_topic_of_a_hotline_that_does_not_exist_is_an_error() =>
        _content.Replace("hotlines.yml", "topics: []", "topics: [khac]").Only("hotlines.yml:14:12 Error OC009");

    [Fact]
    public void A_hotline_of_a_topic_that_is_not_verified_is_an_error() =>
        _content.Replace("topics.yml", "en: Work\n  hotline: bhxh-viet-nam", "en: Work\n  hotline: chua-goi-thu").Only("topics.yml:8:12 Error OC014");

    [Fact]
    public void A_crisis_of_an_unknown_kind_is_an_error_with_the_near_one() =>
        Assert.Contains("Did you mean 'violence'?", _content.Replace("crisis.yml", "kind: violence", "kind: violense").Only("crisis.yml:4:9 Error OC039").Mend, StringComparison.Ordinal);

    [Fact]
    public void A_crisis_kind_of_a_hotline_that_is_unknown_is_an_error() =>
        _content.Replace("hotlines.yml", "[violence, suicide]", "[violence, fire]").Only("hotlines.yml:15:22 Error OC039");

    [Fact]
    public void A_crisis_page_that_does_not_exist_is_an_error() =>
        _content.Replace("crisis.yml", "page: khan-cap-violence", "page: khan-cap-violent").Only("crisis.yml:5:9 Error OC040");

    [Fact]
    public void A_crisis_without_words_is_an_error() =>
        _content.Replace("crisis.yml", "phrases: [bị đánh, bóp cổ]", "phrases: []").Only("crisis.yml:4:3 Error OC041");

    [Theory]
    [InlineData("month: 1", "month: 13", 2, 12)]
    [InlineData("date: \"11-09\"", "date: \"11-31\"", 6, 11)]
    [InlineData("date: \"11-09\"", "date: 9 tháng 11", 6, 11)]
    [InlineData("    year: 2027\n", "", 12, 12)]
    public void A_day_or_month_that_is_none_is_an_error(string old, string fresh, int line, int column) =>
        _content.Replace("calendar.yml", old, fresh).Only($"calendar.yml:{line}:{column} Error OC042");

    [Fact]
    public void A_phrase_the_other_language_lacks_is_a_warning() =>
        _content.Replace("vi/phrases.yml", "found:", "bye: Tạm biệt\nfound:").Only("vi/phrases.yml:2:1 Warning OC037");

    [Fact]
    public void The_same_phrase_twice_is_an_error() =>
        _content.Replace("vi/phrases.yml", "found:", "hello: Chào\nfound:").Only("vi/phrases.yml:2:1 Error OC038");

    [Fact]
    public void Other_placeholders_than_in_the_first_language_are_a_warning() =>
        _content.Replace("en/phrases.yml", "{count}", "{number}").Only("en/phrases.yml:2:1 Warning OC047");

    [Fact]
    public void A_synonym_group_of_one_is_an_error() =>
        _content.Replace("synonyms.yml", "[hưởng, lãnh, lĩnh]", "[hưởng]").Only("synonyms.yml:7:5 Error OC004");

    [Fact]
    public void A_list_where_lines_of_keys_belong_is_an_error() =>
        _content.With("synonyms.yml", "- a\n- b\n").Only("synonyms.yml:1:1 Error OC004");
}
