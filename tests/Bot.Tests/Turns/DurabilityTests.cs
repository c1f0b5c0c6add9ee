using Outreach.Channels;

namespace Outreach.Bot.Tests.Turns;

/// <summary>Acknowledged means durable, replayed means unchanged.</summary>
public sealed class DurabilityTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replayed_update_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var update = bot.AnActivity(ActivityKind.Text, "menu");
        await bot.HandInAsync(update);

        var replayed = await bot.HandInAsync(update);

        replayed.ExpectNothing();
        Assert.Equal(TurnReceipt.Replayed, bot.LastReceipt);
        Assert.Single(bot.Store.Commits);
    }

    [Fact]
    public async Task A_replay_after_a_restart_changes_nothing_either()
    {
        await using var bot = await TestBot.StartAsync();
        var update = bot.AnActivity(ActivityKind.Text, "menu");
        await bot.HandInAsync(update);
        var (pipeline, _, dispatcher) = await bot.RestartAsync();

        var receipt = await pipeline.AcceptAsync(update, Stop);
        await dispatcher.WhenIdleAsync();

        Assert.Equal(TurnReceipt.Replayed, receipt);
        Assert.Single(bot.Sender.Arrived);
    }

    [Fact]
    public async Task What_a_crash_left_between_storing_and_sending_is_sent_at_the_next_start()
    {
        await using var bot = await TestBot.StartAsync();
        var gate = new TaskCompletionSource();
        bot.Sender.Gate = gate.Task;
        var receipt = await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "menu"), Stop);
        var (_, sweeper, dispatcher) = await bot.RestartAsync();
        Assert.Empty(bot.Sender.Arrived);
        bot.Sender.Gate = Task.CompletedTask;

        var taken = await sweeper.SweepAsync(Stop);
        await dispatcher.WhenIdleAsync();

        Assert.Equal((TurnReceipt.Stored, 1), (receipt, taken));
        Assert.Contains("Bạn muốn hỏi về chuyện gì?", Assert.Single(bot.Sender.Texts), StringComparison.Ordinal);
        Assert.Equal(bot.Chat, bot.Sender.Arrived[0].Address.Value);
    }

    [Fact]
    public async Task What_was_sent_is_not_sent_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("menu");

        Assert.Equal(0, await bot.SweepAsync());
    }

    [Fact]
    public async Task A_reply_in_hand_is_left_to_who_holds_it()
    {
        await using var bot = await TestBot.StartAsync();
        var gate = new TaskCompletionSource();
        bot.Sender.Gate = gate.Task;
        await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "menu"), Stop);

        var taken = await bot.SweepAsync();
        gate.SetResult();

        Assert.Equal(0, taken);
    }

    [Fact]
    public async Task The_outbox_holds_ids_and_never_words_or_an_address()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Chat = SmallLibrary.Marked;

        await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không");

        var reply = Assert.Single(Assert.Single(bot.Store.Commits).Replies);
        Assert.Contains("nghi-ngang", reply.Plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Nghỉ", reply.Plan, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallLibrary.Marked, System.Text.Encoding.UTF8.GetString(reply.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_holds_no_word_that_somebody_typed()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.SendAsync("trợ cấp thất nghiệp " + SmallLibrary.Marked);

        Assert.DoesNotContain(SmallLibrary.Marked, bot.Store.Commits[0].State!.Data, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_channel_that_says_not_now_is_asked_again_after_its_own_wait()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Sender.Next(new SendOutcome.Retry(SendFailure.TooMany, TimeSpan.FromSeconds(17)));
        await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "menu"), Stop);
        await bot.Clock.WaitForTimerWithinAsync(TimeSpan.FromSeconds(17), Stop);

        bot.Clock.Advance(TimeSpan.FromSeconds(16));
        var before = bot.Sender.Arrived.Count;
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await bot.IdleAsync();

        Assert.Equal((0, 1), (before, bot.Sender.Arrived.Count));
    }

    [Fact]
    public async Task A_conversation_that_moved_is_followed_once()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Sender.Next(new SendOutcome.Moved(new ChannelAddress("telegram", "-100")));

        await bot.SendAsync("menu");

        Assert.Equal("-100", Assert.Single(bot.Sender.Arrived).Address.Value);
    }

    [Fact]
    public async Task Replies_of_one_conversation_arrive_in_order()
    {
        await using var bot = await TestBot.StartAsync();
        var gate = new TaskCompletionSource();
        bot.Sender.Gate = gate.Task;
        await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "menu"), Stop);
        await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "hotline"), Stop);
        await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "help"), Stop);

        gate.SetResult();
        await bot.IdleAsync();

        Assert.Collection(
            bot.Sender.Texts,
            text => Assert.Contains("chuyện gì?", text, StringComparison.Ordinal),
            text => Assert.Contains("113", text, StringComparison.Ordinal),
            text => Assert.Contains("gõ câu hỏi", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_turns_of_one_conversation_at_once_are_taken_one_by_one()
    {
        await using var bot = await TestBot.StartAsync();
        var updates = Enumerable.Range(0, 15).Select(_ => bot.AnActivity(ActivityKind.Text, "menu")).ToList();

        var receipts = await Task.WhenAll(updates.Select(update => bot.Pipeline.AcceptAsync(update, Stop)));
        await bot.IdleAsync();

        Assert.All(receipts, receipt => Assert.Equal(TurnReceipt.Stored, receipt));
        Assert.Equal(15, bot.Sender.Arrived.Count);
    }

    [Fact]
    public async Task With_the_database_down_a_chat_app_is_asked_to_come_again_and_nothing_is_said_twice()
    {
        await using var bot = await TestBot.StartAsync();
        var update = bot.AnActivity(ActivityKind.Text, "menu");
        bot.Store.IsDown = true;
        await bot.HandInAsync(update);
        var down = bot.LastReceipt;
        bot.Store.IsDown = false;

        var heard = await bot.HandInAsync(update);

        Assert.Equal(TurnReceipt.Unavailable, down);
        heard.Expect("Bạn muốn hỏi về chuyện gì?");
        Assert.Single(bot.Sender.Arrived);
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("web")]
    public async Task With_the_database_down_our_own_pages_answer_from_memory_and_say_that_nothing_is_kept(string channel)
    {
        await using var bot = await TestBot.StartAsync(channel);
        bot.Store.IsDown = true;

        var heard = await bot.SendAsync("hotline");

        heard.Expect("113", "không lưu được gì", "1900 9068");
        Assert.Equal(TurnReceipt.Stored, bot.LastReceipt);
    }

    [Fact]
    public async Task A_reply_in_place_goes_through_no_sender_and_leaves_nothing_in_the_outbox()
    {
        await using var bot = await TestBot.StartAsync("web");
        var update = bot.AnActivity(ActivityKind.Text, "menu");

        var first = await bot.Pipeline.AnswerInPlaceAsync(update, Stop);
        var replayed = await bot.Pipeline.AnswerInPlaceAsync(update, Stop);

        Assert.Single(first.Replies);
        Assert.Equal((TurnReceipt.Stored, TurnReceipt.Replayed), (first.Receipt, replayed.Receipt));
        Assert.Empty(bot.Sender.Arrived);
        Assert.Equal(0, await bot.SweepAsync());
    }

    [Fact]
    public async Task A_fault_of_ours_is_said_politely_and_named_in_the_log_by_its_type_alone()
    {
        await using var bot = await TestBot.StartAsync();

        // A topic is asked for that the menu of this version does not have: it must lead somewhere all the same.
        (await bot.PressAsync("t:khong-co")).Expect("Bạn muốn hỏi về chuyện gì?");
        (await bot.PressAsync("a:khong-co")).Expect("không còn nữa", "1900 9068");
    }

    [Fact]
    public async Task A_dead_letter_is_kept_once()
    {
        await using var bot = await TestBot.StartAsync();

        var first = await bot.Pipeline.KeepDeadLetterAsync("telegram", "9", "{message:{}}", Stop);
        var again = await bot.Pipeline.KeepDeadLetterAsync("telegram", "9", "{message:{}}", Stop);

        Assert.Equal((TurnReceipt.Stored, TurnReceipt.Replayed), (first, again));
    }

    [Fact]
    public async Task What_another_process_stored_a_moment_ago_is_left_to_it_for_two_minutes()
    {
        await using var bot = await TestBot.StartAsync();
        var (_, sweeper, _) = await bot.RestartAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = Guid.NewGuid();
        await bot.Store.CommitAsync(
            new Storage.Turns.TurnCommit { SeenKey = [1, 2, 3, 4], ConversationKey = [1], Replies = [ALostReply(bot, id)] }, Stop);

        var young = await sweeper.SweepAsync(Stop);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        var old = await sweeper.SweepAsync(Stop);

        Assert.Equal((0, 1), (young, old));
    }

    [Fact]
    public async Task A_reply_that_was_sent_but_cannot_be_marked_is_not_sent_again()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Store.TakesNoMarks = true;
        await bot.Pipeline.AcceptAsync(bot.AnActivity(ActivityKind.Text, "menu"), Stop);
        for (var i = 0; i < 10; i++)
        {
            await bot.Clock.WaitForTimerWithinAsync(TimeSpan.FromSeconds(2), Stop);
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var sweptMeanwhile = await bot.SweepAsync();
        await bot.Clock.WaitForTimerWithinAsync(TimeSpan.FromSeconds(2), Stop);
        bot.Store.TakesNoMarks = false;
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.IdleAsync();

        Assert.Equal((0, 0), (sweptMeanwhile, await bot.SweepAsync()));
        Assert.Single(bot.Sender.Arrived);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_made_is_given_up()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Sender.Fault = new InvalidOperationException(SmallLibrary.Marked);

        await bot.SendAsync("menu");
        bot.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(0, await bot.SweepAsync());
        Assert.Contains("InvalidOperationException", bot.Logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallLibrary.Marked, bot.Logs.All, StringComparison.Ordinal);
    }

    private static Storage.Turns.PendingReply ALostReply(TestBot bot, Guid id) => new()
    {
        Id = id,
        Channel = "telegram",
        Address = bot.Keys.SealAddress(Storage.Turns.PendingReply.Table, id, "99"),
        Plan = Outreach.Bot.Turns.ReplyPlan.Of("vi", new Outreach.Bot.Turns.PlanPart.Hotlines()).ToJson(),
    };
}
