using Outreach.Content.Search;

namespace Outreach.Content.Tests.Search;

public sealed class ConfidenceTests
{
    private static readonly Signs Middling = new(0.4, 0.4, 0.6, 0.4, 0.2, 0.6, 0.4, 0.4, 0.4);

    public static TheoryData<string> Signals => new(
        nameof(Signs.Nearest), nameof(Signs.Whole), nameof(Signs.Words), nameof(Signs.Pairs), nameof(Signs.Margin), nameof(Signs.Said),
        nameof(Signs.Covered), nameof(Signs.Filled), nameof(Signs.Chance));

    [Theory]
    [MemberData(nameof(Signals))]
    public void More_of_any_sign_never_makes_it_less_sure(string signal)
    {
        var less = Confidence.Of(With(signal, 0.1));
        var more = Confidence.Of(With(signal, 0.5));

        Assert.True(more.Right >= less.Right);
        Assert.True(more.InContent >= less.InContent);
    }

    [Fact]
    public void Nothing_alike_is_not_in_the_content_and_everything_alike_is_answered()
    {
        var nothing = Confidence.Of(default);
        var everything = Confidence.Of(new Signs(1, 1, 1, 1, 0.5, 1, 1, 1, 1));

        Assert.Equal(SearchBand.None, Confidence.Band(nothing.InContent, nothing.Right, 0));
        Assert.Equal(SearchBand.Answer, Confidence.Band(everything.InContent, everything.Right, 0.5));
    }

    [Fact]
    public void A_rival_as_good_turns_an_answer_into_a_question_back()
    {
        var (inContent, right) = Confidence.Of(new Signs(0.9, 0.9, 1, 1, 0, 1, 1, 1, 1));

        Assert.Equal(SearchBand.Suggest, Confidence.Band(inContent, right, margin: 0));
    }

    [Fact]
    public void Saying_more_of_the_question_makes_it_surer()
    {
        var little = Given.Index.Find("tiền cọc").Confidence;
        var more = Given.Index.Find("chủ trọ không trả tiền cọc").Confidence;

        Assert.True(more > little);
    }

    private static Signs With(string signal, double value) => signal switch
    {
        nameof(Signs.Nearest) => Middling with { Nearest = value },
        nameof(Signs.Whole) => Middling with { Whole = value },
        nameof(Signs.Words) => Middling with { Words = value },
        nameof(Signs.Pairs) => Middling with { Pairs = value },
        nameof(Signs.Margin) => Middling with { Margin = value },
        nameof(Signs.Said) => Middling with { Said = value },
        nameof(Signs.Covered) => Middling with { Covered = value },
        nameof(Signs.Filled) => Middling with { Filled = value },
        _ => Middling with { Chance = value },
    };
}
