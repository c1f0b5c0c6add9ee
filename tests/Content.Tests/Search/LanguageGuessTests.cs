using Outreach.Content.Search;

namespace Outreach.Content.Tests.Search;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("How much notice must I give before I leave my job?", "en")]
    [InlineData("my boss does not pay overtime", "en")]
    [InlineData("nghỉ việc có được trợ cấp không", "vi")]
    [InlineData("nghi viec co duoc tro cap ko", "vi")]
    [InlineData("minimum wage vùng 2 hiện tại là bao nhiêu", "vi")]
    [InlineData("12345", null)]
    [InlineData("", null)]
    public void The_words_tell_the_language(string text, string? language)
    {
        Assert.Equal(language, LanguageGuess.Of(text));
    }
}
