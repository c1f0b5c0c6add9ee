using Outreach.Content.Search;

namespace Outreach.Content.Tests.Search;

public sealed class EnglishEndingsTests
{
    private static readonly SearchIndex Index = SearchIndex.Build(
        [
            Given.Entry("notice", "How much notice to quit?", "Thirty days.", "leaving a job early", "resign from the company"),
            Given.Entry("overtime", "How is overtime counted?", "By the hour.", "working late in the evening", "extra hours on Sunday"),
            Given.Entry("deposit", "May the company ask for a deposit?", "No.", "original papers kept", "they want money first"),
        ],
        Given.Synonyms([], ("quit", ["nghỉ việc"])));

    [Theory]
    [InlineData("quitting", "notice")]
    [InlineData("resigned companies", "notice")]
    [InlineData("they asked for deposits", "deposit")]
    [InlineData("counting overtimes", "overtime")]
    public void Another_form_of_a_word_finds_what_the_word_finds(string text, string id)
    {
        Assert.Equal(id, Index.Find(text).Hits[0].Id);
    }

    [Theory]
    [InlineData("quitting", "quit")]
    [InlineData("wages", "wage")]
    [InlineData("companies", "company")]
    [InlineData("owed", "owe")]
    public void An_ending_is_taken_off(string word, string form)
    {
        Assert.Contains(form, EnglishEndings.Bases(word));
    }

    [Theory]
    [InlineData("boss")]
    [InlineData("luong")]
    [InlineData("bed")]
    public void A_word_without_an_ending_stays_whole(string word)
    {
        Assert.Empty(EnglishEndings.Bases(word));
    }
}
