using Outreach.Bot.Tests.Turns;
using Outreach.Channels;
using Outreach.Storage.Subscribers;

namespace Outreach.Bot.Tests.Preferences;

/// <summary>A subscriber chooses topics, hours, province and role with a few buttons, or types them.</summary>
public sealed class ChoosingTests
{
    [Fact]
    public async Task Who_subscribes_is_shown_the_way_to_choose()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");

        (await bot.SendAsync("có")).Expect("Đã ghi nhận").WithButton("c:settings");
        (await bot.SendAsync("đăng ký")).Expect("đang nhận tin hằng tháng rồi").WithButton("c:settings");
    }

    [Theory]
    [InlineData("cài đặt")]
    [InlineData("cai dat")]
    [InlineData("/settings")]
    [InlineData("Settings")]
    public async Task By_word_or_command_everything_chosen_is_said_in_one_sentence(string word)
    {
        await using var bot = await Subscribed.StartAsync();

        (await bot.SendAsync(word)).Expect("về: mọi chủ đề. Giờ đừng nhắn: theo giờ chung, thường là 21:00–07:00. Nơi ở: chưa nói. Bạn là: chưa nói.")
            .WithButton("s:topics").WithButton("s:hours").WithButton("s:place").WithButton("s:role");
    }

    [Fact]
    public async Task Topics_are_left_and_taken_up_again_one_by_one()
    {
        await using var bot = await Subscribed.StartAsync();
        var all = await bot.PressAsync("s:topics");
        Assert.Equal(["✅ Bảo hiểm xã hội", "✅ Lương và hợp đồng"], all.Buttons.Select(button => button.Title).Take(2));

        var some = await bot.PressAsync("s:off:lao-dong");
        Assert.Equal(["bhxh"], (await bot.SubscriberAsync())!.Topics);
        Assert.Equal(["✅ Bảo hiểm xã hội", "▫️ Lương và hợp đồng"], some.Buttons.Select(button => button.Title).Take(2));
        (await bot.PressAsync("s:show")).Expect("về: Bảo hiểm xã hội.");

        await bot.PressAsync("s:on:lao-dong");
        Assert.Empty((await bot.SubscriberAsync())!.Topics); // all of them again, and those that are added one day
    }

    [Fact]
    public async Task Everything_again_is_one_press()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:off:lao-dong");

        (await bot.PressAsync("s:all")).WithButton("s:off:lao-dong").WithoutButton("s:all");

        Assert.Empty((await bot.SubscriberAsync())!.Topics);
    }

    [Fact]
    public async Task A_press_never_takes_the_last_topic_away_as_none_would_be_read_as_all()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:off:lao-dong");

        (await bot.PressAsync("s:off:bhxh")).Expect("mục cuối cùng").WithButton("c:stop");

        Assert.Equal(["bhxh"], (await bot.SubscriberAsync())!.Topics);
    }

    [Theory]
    [InlineData("s:rest:0700-1500", 7 * 60, 15 * 60, "07:00–15:00")]
    [InlineData("22:00-6:00", 22 * 60, 6 * 60, "22:00–06:00")]
    [InlineData("từ 22h đến 6h30 sáng", 22 * 60, (6 * 60) + 30, "22:00–06:30")]
    [InlineData("1", 7 * 60, 15 * 60, "07:00–15:00")]
    public async Task Hours_of_ones_own_are_pressed_or_typed(string said, int from, int to, string shown)
    {
        await using var bot = await Subscribed.StartAsync();
        (await bot.PressAsync("s:hours")).Expect("22:00-6:00");

        (await bot.SendAsync(said)).Expect("Mình ghi lại rồi", $"Giờ đừng nhắn: {shown}");

        var kept = (await bot.SubscriberAsync())!;
        Assert.Equal(((short)from, (short)to), (kept.QuietFrom!.Value, kept.QuietTo!.Value));
    }

    [Fact]
    public async Task Hours_are_undone_and_may_be_none_at_all()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:rest:0700-1500");

        (await bot.PressAsync("s:rest:any")).Expect("lúc nào cũng được");
        Assert.Equal(((short?)0, (short?)0), ((await bot.SubscriberAsync())!.QuietFrom, (await bot.SubscriberAsync())!.QuietTo));

        (await bot.PressAsync("s:rest:shared")).Expect("theo giờ chung");
        Assert.Equal(((short?)null, (short?)null), ((await bot.SubscriberAsync())!.QuietFrom, (await bot.SubscriberAsync())!.QuietTo));
    }

    [Fact]
    public async Task Hours_that_leave_no_time_to_write_in_are_not_taken()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:hours");

        (await bot.SendAsync("0:00-23:00")).Expect("ít nhất 4 giờ");
        (await bot.SendAsync("sáng sớm")).Expect("chưa hiểu giờ này");
        Assert.Null((await bot.SubscriberAsync())!.QuietFrom);

        (await bot.SendAsync("23h-5h")).Expect("23:00–05:00"); // it was still asked for
    }

    [Theory]
    [InlineData("Bắc Ninh", "Bắc Ninh")]
    [InlineData("bac ninh", "Bắc Ninh")]
    [InlineData("em ở bắc giang ạ", "Bắc Ninh")]
    [InlineData("HCM", "TP Hồ Chí Minh")]
    [InlineData("thua thien hue", "Huế")]
    public async Task A_province_is_known_with_and_without_marks_and_by_its_older_name(string typed, string kept)
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:place");

        (await bot.SendAsync(typed)).Expect("Mình ghi lại rồi", $"Nơi ở: {kept}");

        Assert.Equal(kept, (await bot.SubscriberAsync())!.Province);
    }

    [Fact]
    public async Task A_place_nobody_knows_is_asked_for_again_and_kept_nowhere()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:place");

        (await bot.SendAsync("xóm Đìa")).Expect("chưa nhận ra nơi này");

        Assert.Null((await bot.SubscriberAsync())!.Province);
        Assert.Empty(bot.Store.Unanswered);
        (await bot.SendAsync("huế")).Expect("Nơi ở: Huế");
        (await bot.PressAsync("s:noplace")).Expect("Nơi ở: chưa nói");
    }

    [Fact]
    public async Task A_question_in_between_is_answered_and_closes_what_was_asked()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:place");

        (await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không")).Expect("Nghỉ ngang thì không được.");
        await bot.SendAsync("huế");

        Assert.Null((await bot.SubscriberAsync())!.Province);
    }

    [Fact]
    public async Task Danger_is_heard_while_hours_are_asked_for()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:hours");

        (await bot.SendAsync("chồng đánh em")).Expect("113");
    }

    [Fact]
    public async Task A_role_is_pressed_and_taken_back()
    {
        await using var bot = await Subscribed.StartAsync();

        (await bot.PressAsync("s:role")).WithButton("s:am:worker").WithButton("s:am:landlord").WithButton("s:am:employer");
        (await bot.PressAsync("s:am:landlord")).Expect("Bạn là: chủ nhà trọ");
        Assert.Equal("landlord", (await bot.SubscriberAsync())!.Role);

        (await bot.PressAsync("s:am:nobody")).Expect("Bạn là: chưa nói");
        Assert.Null((await bot.SubscriberAsync())!.Role);
    }

    [Fact]
    public async Task What_is_chosen_stands_beside_what_was_chosen_before_and_the_language()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:off:bhxh");
        await bot.PressAsync("s:rest:0700-1500");
        await bot.PressAsync("s:am:worker");
        await bot.PressAsync("l:en");

        (await bot.SendAsync("settings")).Expect("about: Pay and contracts", "07:00–15:00", "You are: worker");

        Assert.Equivalent(
            new SubscriberProfile { Language = "en", Topics = ["lao-dong"], QuietFrom = 7 * 60, QuietTo = 15 * 60, Role = "worker" }, await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Whoever_gets_nothing_is_asked_whether_they_want_to_first()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync("cài đặt")).Expect("đăng ký nhận tin trước", "Bạn có muốn nhận không?").WithButton("y:consent");
        (await bot.PressAsync("s:am:landlord")).Expect("Bạn có muốn nhận không?");

        Assert.Null(await bot.SubscriberAsync());
    }

    [Fact]
    public async Task Where_nobody_can_be_written_to_first_it_says_so()
    {
        await using var bot = await TestBot.StartAsync("directline");

        (await bot.SendAsync("cài đặt")).Expect("chưa gửi tin hằng tháng được");
    }

    [Theory]
    [InlineData("s:on:nothing")]
    [InlineData("s:rest:2500-2600")]
    [InlineData("s:am:king")]
    [InlineData("s:what")]
    public async Task A_button_of_another_version_shows_what_is_chosen_and_changes_nothing(string value)
    {
        await using var bot = await Subscribed.StartAsync();

        (await bot.PressAsync(value)).Expect("Bạn đang nhận tin hằng tháng về: mọi chủ đề");

        Assert.Equivalent(new SubscriberProfile { Language = "vi" }, await bot.SubscriberAsync());
    }

    [Fact]
    public async Task A_choice_brought_again_after_a_restart_undoes_no_later_one()
    {
        await using var bot = await Subscribed.StartAsync();
        var early = bot.AnActivity(ActivityKind.Button, "s:am:worker");
        await bot.HandInAsync(early);
        await bot.PressAsync("s:am:employer");
        var (pipeline, _, _) = await bot.RestartAsync();

        Assert.Equal(TurnReceipt.Replayed, await pipeline.AcceptAsync(early, TestContext.Current.CancellationToken));

        Assert.Equal("employer", (await bot.SubscriberAsync())!.Role);
    }

    [Fact]
    public async Task After_stopping_nothing_is_chosen_any_more()
    {
        await using var bot = await Subscribed.StartAsync();
        await bot.PressAsync("s:place");
        await bot.SendAsync("dừng");

        await bot.SendAsync("huế");
        (await bot.PressAsync("s:am:worker")).Expect("Bạn có muốn nhận không?");

        Assert.Null(await bot.SubscriberAsync());
    }
}
