using Outreach.Bot.Tests.Help;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.Preferences;

/// <summary>"Dừng lương" leaves one topic alone; "dừng" leaves all.</summary>
public sealed class LeavingATopicTests
{
    [Theory]
    [InlineData("dừng lương")]
    [InlineData("dung luong")]
    [InlineData("Dừng lương!")]
    [InlineData("dừng tin về lương nha")]
    [InlineData("không nhận tin về tiền lương nữa")]
    [InlineData("dừng lương và hợp đồng")]
    [InlineData("stop wages")]
    [InlineData("stop messages about pay please")]
    public async Task A_topic_is_left_by_its_words_and_the_others_stay(string said)
    {
        await using var bot = await Subscribed.StartAsync();

        (await bot.SendAsync(said)).Expect("Đã dừng tin về \"Lương và hợp đồng\"", "về: Bảo hiểm xã hội").WithButton("s:on:lao-dong").WithButton("c:stop");

        Assert.Equal(["bhxh"], (await bot.SubscriberAsync())!.Topics);
        Assert.Contains("topic-left/lao-dong", bot.Store.Counters);
    }

    [Theory]
    [InlineData("đúng lương")]
    [InlineData("dừng")]
    [InlineData("dừng hết")]
    [InlineData("stop all")]
    [InlineData("lương")]
    [InlineData("dừng việc")]
    [InlineData("công ty dừng trả lương")]
    public async Task Other_words_leave_no_topic(string said)
    {
        await using var bot = await Subscribed.StartAsync();

        (await bot.SendAsync(said)).Without("Đã dừng tin về");

        Assert.DoesNotContain("topic-left/lao-dong", bot.Store.Counters);
        Assert.Equal(said is "dừng" or "dừng hết" or "stop all", await bot.SubscriberAsync() is null);
    }

    [Fact]
    public async Task Left_by_mistake_it_is_got_again_by_one_press()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.SendAsync("dừng lương");

        await bot.PressAsync("s:on:lao-dong");

        Assert.Empty((await bot.SubscriberAsync())!.Topics);
    }

    [Fact]
    public async Task To_leave_the_only_topic_is_to_stop()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.SendAsync("dừng bhxh");

        (await bot.SendAsync("dừng lương")).Expect("Đã dừng. Bạn sẽ không nhận tin");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task A_topic_left_already_is_said_to_be_left()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.SendAsync("dừng lương");

        (await bot.SendAsync("dừng lương")).Expect("Bạn đang không nhận tin về \"Lương và hợp đồng\"");

        Assert.Equal(["bhxh"], (await bot.SubscriberAsync())!.Topics);
    }

    [Fact]
    public async Task It_works_in_the_middle_of_a_question_and_while_writing_too_fast()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:place");
        for (var i = 0; i < 30; i++)
        {
            await bot.SendAsync("menu");
        }

        (await bot.SendAsync("dừng lương")).Expect("Đã dừng tin về");

        Assert.Equal(["bhxh"], (await bot.SubscriberAsync())!.Topics);
    }

    [Fact]
    public async Task Whoever_gets_nothing_asks_a_question_with_these_words()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync("dừng lương")).Without("Đã dừng").Without("không nhận tin về");
    }

    [Fact]
    public async Task Told_to_the_staff_it_is_part_of_the_story_and_leaves_no_topic()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.ToWordsAsync();

        (await bot.SendAsync("dừng lương")).Expect("Đã ghi 1 tin");

        Assert.Empty((await bot.SubscriberAsync())!.Topics);
    }
}
