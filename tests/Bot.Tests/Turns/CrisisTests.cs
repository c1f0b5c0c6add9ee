using Outreach.Channels;

namespace Outreach.Bot.Tests.Turns;

/// <summary>Somebody in danger gets the card first, whatever else is going on.</summary>
public sealed class CrisisTests
{
    [Theory]
    [InlineData("chồng đánh em")]
    [InlineData("e bi chong danh")]
    [InlineData("my husband has beaten me")]
    public async Task Danger_gets_the_card_with_its_number(string text)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync(text)).Expect("113");

        Assert.Contains("crisis/violence", bot.Store.Counters);
    }

    [Fact]
    public async Task The_card_comes_before_menus_dialogs_and_limits()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            await bot.SendAsync("đăng ký");
        }

        (await bot.SendAsync("chồng đánh em")).Expect("Bạn đang bị đánh?", "113");
    }

    [Fact]
    public async Task Danger_is_seen_at_the_end_of_a_long_story()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync(string.Concat(Enumerable.Repeat("tôi làm ở khu công nghiệp đã lâu, ", 100)) + "tối nay tôi bị đánh")).Expect("113");
    }

    [Fact]
    public async Task Of_a_danger_nothing_is_stored_but_a_count()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.SendAsync("chồng đánh em, em ở " + SmallLibrary.Marked);

        var commit = Assert.Single(bot.Store.Commits);
        Assert.Empty(commit.Replies);
        Assert.Null(commit.State);
        Assert.Null(commit.Unanswered);
    }

    [Fact]
    public async Task An_evaluation_is_no_beating()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync("tôi bị đánh giá thấp")).Without("113");
    }

    [Fact]
    public async Task The_card_reaches_a_chat_even_when_nothing_can_be_stored()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Store.IsDown = true;

        (await bot.SendAsync("chồng đánh em")).Expect("113");

        Assert.Equal(TurnReceipt.Stored, bot.LastReceipt);
    }
}
