namespace Outreach.Bot.Tests.Turns;

/// <summary>What a worker sees, turn by turn.</summary>
public sealed class ConversationTests
{
    /// <summary>What two answers of the small library are about, so that the bot asks which was meant.</summary>
    private const string AsksTwoThings = "nghỉ ngang được bao nhiêu tiền";

    [Fact]
    public async Task The_first_screen_says_who_runs_it_that_it_is_a_program_and_what_is_kept()
    {
        await using var bot = await TestBot.StartAsync();

        var heard = await bot.StartAsync(null);

        heard.Expect("chương trình trả lời tự động của Công đoàn Khu Bắc", "không lưu tên").WithButton("t:bhxh").WithButton("c:hotline").WithButton("l:en");
    }

    [Fact]
    public async Task A_question_gets_its_answer_with_source_date_and_number()
    {
        await using var bot = await TestBot.StartAsync();

        var heard = await bot.SendAsync("nghi ngang co duoc lanh tro cap that nghiep khong");

        heard.Expect("Nghỉ ngang thì không được.", "Theo: Luật Việc làm 2025 (74/2025/QH15), Điều 38. Áp dụng từ 01/01/2026.", "Bảo hiểm xã hội Việt Nam: 1900 9068 (có tính cước)")
            .WithButton("m:nghi-ngang").WithButton("a:muc-huong").WithButton("h+:nghi-ngang").WithButton("l:en:nghi-ngang");
        Assert.Contains("answered/nghi-ngang", bot.Store.Counters);
    }

    [Fact]
    public async Task Who_asks_before_being_greeted_is_told_once_that_a_program_answers()
    {
        await using var bot = await TestBot.StartAsync();

        var first = await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không");
        var second = await bot.SendAsync("trợ cấp thất nghiệp được bao nhiêu tiền một tháng");

        first.Expect("Nghỉ ngang thì không được.", "chương trình trả lời tự động");
        second.Expect("60%").Without("chương trình trả lời tự động");
    }

    [Fact]
    public async Task More_shows_the_sections()
    {
        await using var bot = await TestBot.StartAsync();

        var heard = await bot.PressAsync("m:nghi-ngang");

        heard.Expect("Cần làm gì", "Nộp hồ sơ trong ba tháng.");
    }

    [Fact]
    public async Task Menu_topic_question_answer_can_be_walked_with_digits_alone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("menu");

        var topic = await bot.SendAsync("1");
        var answer = await bot.SendAsync("2.");

        topic.Expect("Bảo hiểm xã hội").WithButton("a:nghi-ngang").WithButton("a:muc-huong");
        answer.Expect("Nghỉ ngang thì không được.", "Theo:");
    }

    [Theory]
    [InlineData("menu")]
    [InlineData("Danh mục")]
    [InlineData("danh muc")]
    [InlineData("/menu")]
    [InlineData("/menu@OutreachBot")]
    [InlineData("MENU!")]
    public async Task The_menu_is_understood_however_it_is_written(string text)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync(text)).Expect("Bạn muốn hỏi về chuyện gì?").WithButton("t:bhxh").WithoutButton("t:lao-dong");
    }

    [Fact]
    public async Task Hotline_shows_every_verified_number()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync("đường dây nóng")).Expect("1900 9068", "113");
    }

    [Fact]
    public async Task What_nobody_wrote_an_answer_to_is_said_honestly_and_goes_masked_to_the_editors()
    {
        await using var bot = await TestBot.StartAsync();

        var heard = await bot.SendAsync("zzqx wrrk plomb tên tôi là Nguyễn Thị Hoa, 0912 345 678");

        heard.Expect("chưa có câu trả lời", "1900 9068", "Gặp cán bộ, không cần tên").WithButton("c:menu");
        var kept = Assert.Single(bot.Store.Unanswered);
        Assert.Equal("low", kept.Reason);
        Assert.DoesNotContain("Hoa", kept.MaskedText, StringComparison.Ordinal);
        Assert.DoesNotContain("345", kept.MaskedText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_of_these_hands_the_question_over_once()
    {
        await using var bot = await TestBot.StartAsync();
        var asked = await bot.SendAsync(AsksTwoThings);

        var heard = await bot.PressAsync("n:");
        await bot.PressAsync("n:");

        asked.Expect("Có phải bạn muốn hỏi").WithButton("a:nghi-ngang").WithButton("a:muc-huong").WithButton("n:");
        heard.Expect("chưa có câu trả lời");
        var kept = Assert.Single(bot.Store.Unanswered);
        Assert.Equal(("none-of-these", AsksTwoThings), (kept.Reason, kept.MaskedText));
    }

    [Fact]
    public async Task An_answer_past_its_review_is_withheld_and_the_number_given()
    {
        await using var bot = await TestBot.StartAsync();

        var heard = await bot.SendAsync("Công ty giữ bản gốc bằng cấp của tôi thì sao?");

        heard.Expect("đang chờ kiểm tra lại", "Công ty giữ bản gốc bằng cấp", "1900 9068").Without("Công ty không được giữ");
        Assert.Contains("withheld/het-han", bot.Store.Counters);
    }

    [Fact]
    public async Task What_is_withheld_is_offered_nowhere()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.PressAsync("t:lao-dong")).Expect("chưa có câu trả lời", "1900 9068").WithoutButton("a:het-han");
        (await bot.PressAsync("a:nghi-ngang")).WithButton("a:muc-huong").WithoutButton("a:het-han");
    }

    [Theory]
    [InlineData("xin chào", "Chào bạn!")]
    [InlineData("alo", "Chào bạn!")]
    [InlineData("cảm ơn nhé", "Không có gì đâu.")]
    [InlineData("đm bot ngu", "Mình xin lỗi")]
    [InlineData("👍👍", "Bạn gõ vài chữ")]
    [InlineData("…", "Bạn gõ vài chữ")]
    [InlineData("7", "không ứng với mục nào")]
    public async Task Small_talk_gets_a_fitting_short_reply_and_is_never_kept(string text, string reply)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StartAsync(null);

        var heard = await bot.SendAsync(text);

        heard.Expect(reply);
        Assert.Empty(bot.Store.Unanswered);
    }

    [Theory]
    [InlineData("   \t \n ")]
    [InlineData("\u202E\u200B\u2066")]
    [InlineData("")]
    public async Task A_text_with_nothing_in_it_gets_a_polite_reply(string text)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync(text)).Expect("chưa thấy chữ nào");
    }

    [Fact]
    public async Task Letters_taken_apart_and_hidden_characters_change_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var apart = "nghỉ ngang có được lãnh trợ cấp thất nghiệp không".Normalize(System.Text.NormalizationForm.FormD);

        (await bot.SendAsync("\u202A" + apart.Replace(" ", " \u200B", StringComparison.Ordinal))).Expect("Nghỉ ngang thì không được.");
        (await bot.SendAsync("Đường dây nóng".Normalize(System.Text.NormalizationForm.FormD))).Expect("113");
    }

    [Fact]
    public async Task Ten_thousand_characters_are_answered()
    {
        await using var bot = await TestBot.StartAsync();

        var heard = await bot.SendAsync(string.Concat(Enumerable.Repeat("🙂 nghỉ ngang ", 800)));

        Assert.NotEqual("", heard.Text);
    }

    [Fact]
    public async Task Half_an_emoji_does_no_harm()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.NotEqual("", (await bot.SendAsync("menu \uD83D")).Text);
    }

    [Fact]
    public async Task A_picture_is_declined_politely()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.HandInAsync(Channels.ActivityKind.Unreadable)).Expect("chỉ đọc được chữ");
    }

    [Fact]
    public async Task A_deep_link_opens_an_answer_or_a_topic_and_nothing_else()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.StartAsync("muc-huong")).Expect("60%");
        (await bot.StartAsync("bhxh")).Expect("Bảo hiểm xã hội: bạn chọn").WithButton("a:nghi-ngang");
        (await bot.StartAsync("../../etc/passwd")).Expect("chương trình trả lời tự động").Without("passwd");
    }

    [Fact]
    public async Task A_group_gets_general_answers_and_private_things_go_to_a_private_chat()
    {
        await using var bot = await TestBot.StartAsync();
        bot.InGroup = true;

        (await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không")).Expect("Nghỉ ngang thì không được.").WithoutButton("h+:nghi-ngang");
        (await bot.SendAsync("đăng ký")).Expect("nhắn riêng");
        (await bot.SendAsync("xoá dữ liệu")).Expect("nhắn riêng");
        (await bot.SendAsync("tối nay ăn gì mọi người ơi zzqx")).ExpectNothing();
        Assert.Empty(bot.Store.Unanswered);
    }

    [Fact]
    public async Task Not_helpful_is_counted_and_the_question_goes_to_the_editors()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không");

        (await bot.PressAsync("h-:nghi-ngang")).Expect("1900 9068").WithButton("a:muc-huong");

        Assert.Contains("not-helpful/nghi-ngang", bot.Store.Counters);
        Assert.Equal("not-helpful", Assert.Single(bot.Store.Unanswered).Reason);
    }

    [Theory]
    [InlineData("ngôn ngữ")]
    [InlineData("đăng ký")]
    [InlineData("xoá dữ liệu")]
    [InlineData(AsksTwoThings)]
    public async Task From_a_screen_that_asks_something_the_numbers_are_one_tap_away(string text)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync(text)).WithButton("c:hotline");
    }
}
