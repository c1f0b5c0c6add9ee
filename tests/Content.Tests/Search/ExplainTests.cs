using Outreach.Content.Search;

namespace Outreach.Content.Tests.Search;

public sealed class ExplainTests
{
    [Fact]
    public void An_editor_sees_how_the_question_was_read()
    {
        var explained = Given.Index.Explain("thaats nghieepj dc bn tiền");

        Assert.Equal("thất nghiệp dc bn tiền", explained.Normalized);
        Assert.Contains(new Repair("thaats", "thất", RepairKind.TypingKeys), explained.Repairs);
        Assert.Contains(new Repair("bn", "bao nhiêu", RepairKind.Synonym), explained.Repairs);
    }

    [Fact]
    public void An_editor_sees_which_phrasing_was_nearest_and_which_words_counted_where()
    {
        var hit = Given.Index.Explain("chủ trọ giữ cọc").Hits[0];

        Assert.Equal("tien-coc-tro", hit.Id);
        Assert.Equal("chủ trọ giữ tiền cọc", hit.NearestPhrasing);
        var term = Assert.Single(hit.Terms, t => t.Term == "chu tro");
        Assert.Equal(["question", "variants"], term.Fields);
    }

    [Fact]
    public void The_explanation_tells_the_same_as_the_search()
    {
        const string question = "nợ lương";

        var explained = Given.Index.Explain(question);

        var found = Given.Index.Find(question);
        Assert.Equal(found.Hits, explained.Result.Hits);
        Assert.Equal(found.Confidence, explained.Result.Confidence);
    }
}
