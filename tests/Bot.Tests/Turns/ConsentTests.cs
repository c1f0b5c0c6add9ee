using Outreach.Bot.Turns;

namespace Outreach.Bot.Tests.Turns;

/// <summary>Consent is asked for politely, given in words of its own, and withdrawn at once.</summary>
public sealed class ConsentTests
{
    [Fact]
    public async Task After_a_good_answer_monthly_messages_are_offered_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PressAsync("a:nghi-ngang");

        var offered = await bot.PressAsync("h+:nghi-ngang");
        await bot.PressAsync("x:consent");
        var again = await bot.PressAsync("h+:muc-huong");

        offered.Expect("Mỗi tháng một tin của Công đoàn Khu Bắc.", "Bạn có muốn nhận không?").WithButton("y:consent").WithButton("x:consent").WithButton("c:hotline");
        again.Without("Bạn có muốn nhận không?");
        Assert.Null(await bot.SubscriberAsync());
    }

    [Theory]
    [InlineData("có")]
    [InlineData("đồng ý")]
    [InlineData("dong y")]
    [InlineData("y:consent")]
    public async Task Yes_subscribes(string yes)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");

        (await bot.SendAsync(yes)).Expect("Đã ghi nhận", "dừng");

        Assert.Equal("vi", (await bot.SubscriberAsync())?.Language);
    }

    [Fact]
    public async Task Silence_or_another_word_is_no_consent_and_closes_the_question()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("trợ cấp thất nghiệp được bao nhiêu tiền một tháng");

        await bot.SendAsync("ok");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Yes_to_a_question_that_is_closed_subscribes_nobody()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.PressAsync("y:")).Expect("không còn chờ");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Theory]
    [InlineData("đăng ký", "y:forget")]
    [InlineData("đăng ký", "y:")]
    [InlineData("xoá dữ liệu", "y:consent")]
    public async Task A_button_of_another_question_answers_nothing(string asked, string pressed)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync(asked);

        (await bot.PressAsync(pressed)).Expect("không còn chờ");

        Assert.Null(await bot.SubscriberAsync());
        Assert.DoesNotContain("forgotten/", bot.Store.Counters);
    }

    [Fact]
    public async Task Danger_closes_an_open_question()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("chồng đánh em");

        await bot.SendAsync("có");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Writing_too_fast_closes_an_open_question()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 0; i < 22; i++)
        {
            await bot.SendAsync("đăng ký");
        }

        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.SendAsync("có");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Who_is_subscribed_already_is_not_asked_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");
        bot.Clock.Advance(TimeSpan.FromHours(25));

        var again = await bot.SendAsync("đăng ký");
        var helpful = await bot.PressAsync("h+:nghi-ngang");

        again.Expect("đang nhận tin hằng tháng rồi").WithoutButton("y:consent");
        helpful.Expect("Cảm ơn bạn").Without("Bạn có muốn nhận không?");
    }

    [Theory]
    [InlineData("dừng")]
    [InlineData("dung")]
    [InlineData("DỪNG!")]
    [InlineData("stop")]
    [InlineData("/stop")]
    [InlineData("huỷ đăng ký")]
    [InlineData("hủy đăng ký")]
    [InlineData("huy dang ky")]
    public async Task Stop_stops_campaigns_at_once_and_never_help(string word)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");

        (await bot.SendAsync(word)).Expect("Đã dừng");

        Assert.Null(await bot.SubscriberAsync());
        (await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không")).Expect("Nghỉ ngang thì không được.");
    }

    [Fact]
    public async Task Stop_works_in_the_middle_of_the_question()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");

        (await bot.SendAsync("dừng")).Expect("Đã dừng");
        await bot.SendAsync("có");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task A_stop_that_is_brought_again_after_a_restart_ends_no_consent_given_since()
    {
        await using var bot = await TestBot.StartAsync();
        var stop = bot.AnActivity(Channels.ActivityKind.Text, "dừng");
        await bot.HandInAsync(stop);
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");
        var (pipeline, _, _) = await bot.RestartAsync();

        var receipt = await pipeline.AcceptAsync(stop, TestContext.Current.CancellationToken);

        Assert.Equal(Channels.TurnReceipt.Replayed, receipt);
        Assert.NotNull(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Right_is_not_taken_for_stop()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");

        (await bot.SendAsync("đúng")).Without("Đã dừng");

        Assert.NotNull(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Who_writes_too_fast_can_still_stop()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");
        for (var i = 0; i < 30; i++)
        {
            await bot.SendAsync("menu");
        }

        (await bot.SendAsync("dừng")).Expect("Đã dừng");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Who_blocks_the_bot_is_unsubscribed()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");

        (await bot.HandInAsync(Channels.ActivityKind.Left)).ExpectNothing();

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task A_send_that_finds_the_bot_blocked_unsubscribes_too()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");
        bot.Sender.Next(new Channels.SendOutcome.Stopped());

        await bot.SendAsync("menu");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Delete_asks_once_and_then_forgets_everything()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");

        (await bot.SendAsync("xoá dữ liệu")).Expect("Bạn chắc chứ?");
        (await bot.SendAsync("có")).Expect("Đã xóa");

        Assert.Null(await bot.SubscriberAsync());
        Assert.Null((await bot.Store.LoadAsync(bot.Keys.ConversationKey("telegram", bot.Chat), TestContext.Current.CancellationToken)).State);
    }

    [Fact]
    public async Task Nothing_is_subscribed_where_nobody_can_be_written_to_first()
    {
        await using var bot = await TestBot.StartAsync("directline");

        (await bot.SendAsync("đăng ký")).Expect("chưa gửi tin hằng tháng được");
    }

    [Theory]
    [InlineData(DialogStep.Consent, DialogInput.Yes, DialogOutcome.Subscribed)]
    [InlineData(DialogStep.Consent, DialogInput.No, DialogOutcome.Declined)]
    [InlineData(DialogStep.Consent, DialogInput.Other, DialogOutcome.PassedOver)]
    [InlineData(DialogStep.Forget, DialogInput.Yes, DialogOutcome.Forgotten)]
    [InlineData(DialogStep.Forget, DialogInput.No, DialogOutcome.Kept)]
    [InlineData(DialogStep.None, DialogInput.Yes, DialogOutcome.Expired)]
    [InlineData(DialogStep.None, DialogInput.No, DialogOutcome.Expired)]
    internal void The_dialog_goes_from_each_step_where_it_says(DialogStep step, DialogInput input, DialogOutcome outcome) =>
        Assert.Equal(outcome, DialogRules.Next(step, input));
}
