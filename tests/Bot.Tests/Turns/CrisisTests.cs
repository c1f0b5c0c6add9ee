using Outreach.Bot.Turns;
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
        Assert.Single(bot.Sender.Arrived);
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
    public async Task What_the_message_also_asks_is_one_tap_away()
    {
        await using var bot = await TestBot.StartAsync();

        var card = await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không, tối nay tôi bị đánh");

        card.Expect("113").Without("không được.").WithButton("a:nghi-ngang");
        (await bot.SendAsync("chồng đánh em")).WithoutButton("a:nghi-ngang");
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

    [Fact]
    public async Task While_a_channel_is_slow_the_outbox_holds_every_number_and_names_no_danger()
    {
        await using var bot = await TestBot.StartAsync("directline");
        var gate = new TaskCompletionSource();
        bot.Sender.Gate = gate.Task;

        var turn = bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "chồng đánh em"), Stop);
        await bot.Clock.WaitForTimerWithinAsync(TimeSpan.FromSeconds(3), Stop);
        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await turn;
        var stored = Assert.Single(Assert.Single(bot.Store.Commits).Replies);
        gate.SetResult();
        await bot.IdleAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.DoesNotContain("violence", stored.Plan, StringComparison.Ordinal);
        Assert.Contains("hotlines", stored.Plan, StringComparison.Ordinal);
        Assert.Contains("Bạn đang bị đánh?", Assert.Single(bot.Sender.Texts), StringComparison.Ordinal);
        Assert.Equal(0, await bot.SweepAsync());
    }

    [Fact]
    public async Task A_card_that_is_out_is_not_sent_again_when_the_count_cannot_be_stored()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Store.TakesNoCommits = true;

        await bot.SendAsync("chồng đánh em");

        Assert.Single(bot.Sender.Arrived);
        Assert.Equal(TurnReceipt.Stored, bot.LastReceipt);
    }

    [Fact]
    public async Task The_card_waits_a_second_for_a_database_that_hangs_and_no_longer()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Store.Reads = new TaskCompletionSource().Task;

        var turn = bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "chồng đánh em"), Stop);
        await bot.Clock.WaitForTimerWithinAsync(TimeSpan.FromSeconds(1), Stop);
        bot.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TurnReceipt.Stored, await turn);
        Assert.Single(bot.Sender.Arrived);
    }

    [Fact]
    public async Task A_flood_of_danger_gets_three_cards_at_once_and_then_one_each_ten_seconds()
    {
        await using var bot = await TestBot.StartAsync();

        for (var i = 0; i < 300; i++)
        {
            await bot.SendAsync("chồng đánh em");
            bot.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(3 + 2, bot.Sender.Arrived.Count);
        Assert.Equal(TurnReceipt.Stored, bot.LastReceipt);
        Assert.Equal(3 + 2, bot.Store.Counters.Count(counter => counter == "crisis/violence"));
    }

    [Fact]
    public async Task Another_chat_gets_its_card_in_the_middle_of_a_flood_and_the_same_one_after_a_while()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            await bot.SendAsync("chồng đánh em");
        }

        (await bot.SendAsync("chồng đánh em")).Without("113");
        bot.Chat = "4712";
        (await bot.SendAsync("chồng đánh em")).Expect("113");
        bot.Chat = "4711";
        bot.Clock.Advance(CardAllowance.Quiet);
        for (var i = 0; i < CardAllowance.AtOnce; i++)
        {
            (await bot.SendAsync("chồng đánh em")).Expect("113");
        }
    }

    [Fact]
    public async Task A_flood_waits_for_a_slow_channel_once_and_queues_one_card()
    {
        await using var bot = await TestBot.StartAsync();
        var gate = new TaskCompletionSource();
        bot.Sender.Gate = gate.Task;
        var first = bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "chồng đánh em"), Stop);
        await bot.Clock.WaitForTimerWithinAsync(TimeSpan.FromSeconds(3), Stop);
        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        await first;

        // The clock stands still: whoever waited for it would wait for ever.
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(TurnReceipt.Stored, await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "chồng đánh em"), Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop));
        }

        gate.SetResult();
        await bot.IdleAsync();
        Assert.Contains("113", Assert.Single(bot.Sender.Texts), StringComparison.Ordinal);
        (await bot.SendAsync("chồng đánh em")).Expect("113");
    }

    [Theory]
    [InlineData("vi", "my husband has beaten me", "Are you being beaten?")]
    [InlineData("en", "chong danh em", "Bạn đang bị đánh?")]
    public async Task Danger_is_answered_in_the_language_of_its_words_and_the_conversation_keeps_its_own(string chosen, string text, string title)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PressAsync("l:" + chosen);

        (await bot.SendAsync(text)).Expect(title);

        (await bot.SendAsync("menu")).Expect(chosen == "vi" ? "Bạn muốn hỏi" : "What would you like");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
