using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Tests.Turns;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Channels;

namespace Outreach.Bot.Tests.Help;

public sealed class HelpConversationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Emergency_numbers_come_before_any_question()
    {
        await using var bot = await TestBot.StartAsync();

        var first = await bot.SendAsync("gặp cán bộ");

        first.Expect("113", "phải báo cơ quan chức năng", "có ai đang gặp nguy hiểm").WithButton("g:yes:danger").WithButton("c:hotline");
        Assert.True(first.Text.IndexOf("113", StringComparison.Ordinal) < first.Text.IndexOf('?', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_goes_from_the_first_word_to_received_and_is_opened_by_its_code()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("gặp cán bộ");
        (await bot.PressAsync("g:no:danger")).Expect("đồng ý gửi không");
        (await bot.SendAsync("đồng ý")).Expect("Vào chat này", "Bằng mã");
        (await bot.PressAsync("g:receipt")).Expect("thuộc mục nào").WithButton("g:topic:other");
        (await bot.PressAsync("g:topic:lao-dong")).Expect("mình nghe");
        (await bot.SendAsync("Công ty nợ lương ba tháng rồi")).Expect("Đã ghi 1 tin");
        (await bot.SendAsync("Tôi sợ bị đuổi")).Expect("Đã ghi 2 tin");
        var confirm = await bot.SendAsync("xong");
        confirm.Expect("CHƯA GỬI", "nợ lương ba tháng");
        var code = HelpTalk.CodeIn(confirm);

        var received = await bot.PressAsync(HelpTalk.SendButton(confirm));
        received.Expect("Đã nhận").Without(code.Grouped);

        (await bot.SendAsync(code.Grouped)).Expect("Đang chờ cán bộ", "nợ lương ba tháng", "sợ bị đuổi").WithButton("g:more").WithButton("g:erase");
    }

    [Fact]
    public async Task Confirming_twice_gives_received_again_and_one_request()
    {
        await using var bot = await TestBot.StartAsync();
        var confirm = await bot.ToConfirmAsync("nợ lương", "g:chat");
        await bot.PressAsync(HelpTalk.SendButton(confirm));

        (await bot.PressAsync(HelpTalk.SendButton(confirm))).Expect("Đã nhận");

        (await bot.SendAsync("yêu cầu của tôi")).Expect("Đang chờ cán bộ").WithoutButton("g:show:1");
    }

    [Fact]
    public async Task A_code_that_never_arrived_cannot_be_confirmed_by_a_word()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ToWordsAsync();
        await bot.SendAsync("nợ lương");
        bot.Sender.Next(new SendOutcome.Refused(SendFailure.BadContent));
        (await bot.SendAsync("xong")).ExpectNothing();

        var again = await bot.SendAsync("gửi");

        again.Expect("CHƯA GỬI").Without("Đã nhận");
        (await bot.SendAsync("gửi")).Expect("Đã nhận");
    }

    [Fact]
    public async Task What_looks_personal_is_shown_and_masked_on_request()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ToWordsAsync();
        await bot.SendAsync("gọi em số 0912 345 678 nhé");

        var review = await bot.SendAsync("xong");
        var confirm = await bot.PressAsync("g:mask");

        review.Expect("0912 345 678").WithButton("g:mask").WithButton("g:asis").WithButton("g:edit");
        confirm.Expect("CHƯA GỬI").Without("0912 345 678");
        var code = HelpTalk.CodeIn(confirm);
        await bot.PressAsync(HelpTalk.SendButton(confirm));
        (await bot.SendAsync(code.Grouped)).Without("0912 345 678");
    }

    [Fact]
    public async Task Danger_in_the_words_shows_its_card_once_and_goes_on()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ToWordsAsync();

        var first = await bot.SendAsync("chồng đánh em hoài");
        var second = await bot.SendAsync("hôm qua lại bị đánh");

        first.Expect("Gọi ngay", "Đã ghi 1 tin");
        second.Expect("Đã ghi 2 tin").Without("Gọi ngay");
        var confirm = await bot.SendAsync("xong");
        (await bot.PressAsync(HelpTalk.SendButton(confirm))).Expect("Đã nhận");
    }

    [Fact]
    public async Task Stopping_inside_ends_campaigns_and_leaves_the_draft()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");
        await bot.ToWordsAsync();
        await bot.SendAsync("nợ lương");

        (await bot.SendAsync("dừng")).Expect("Đã dừng tin hằng tháng", "vẫn còn");

        Assert.Null(await bot.SubscriberAsync());
        (await bot.SendAsync("xong")).Expect("CHƯA GỬI");
    }

    [Fact]
    public async Task Hotline_and_language_work_inside()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ToWordsAsync();

        (await bot.SendAsync("hotline")).Expect("113", "1900 9068").WithButton("g:back");
        (await bot.PressAsync("l:en")).Expect("I am listening");
        (await bot.SendAsync("they keep my wages")).Expect("1 message");
    }

    [Fact]
    public async Task The_menu_sets_the_draft_aside_and_a_button_takes_it_up()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ToWordsAsync();
        await bot.SendAsync("nợ lương");

        (await bot.SendAsync("menu")).Expect("đang chờ bạn").WithButton("g:resume").WithButton("t:bhxh");
        (await bot.SendAsync("Nghỉ ngang có được lãnh trợ cấp thất nghiệp không?")).Expect("Nghỉ ngang thì không được");
        (await bot.PressAsync("g:resume")).Expect("Đã ghi 1 tin");
        (await bot.SendAsync("xong")).Expect("CHƯA GỬI", "nợ lương");
    }

    [Fact]
    public async Task A_draft_that_ran_out_is_said_to_be_gone_and_its_words_are_no_question()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ToWordsAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(16));

        (await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không")).Expect("Bản nháp không còn nữa");
        (await bot.PressAsync("g:done")).Expect("Bản nháp không còn nữa");
    }

    [Fact]
    public async Task Erasing_takes_a_request_away_for_good()
    {
        await using var bot = await TestBot.StartAsync();
        var code = await bot.AskForHelpAsync("nợ lương");
        await bot.SendAsync(code.Grouped);

        (await bot.PressAsync("g:erase")).Expect("Xóa hẳn");
        (await bot.PressAsync("g:yes:erase")).Expect("Đã xóa yêu cầu");

        (await bot.SendAsync(code.Grouped)).Expect("Không mở được");
    }

    [Fact]
    public async Task In_the_chat_of_an_open_request_erase_asks_about_it_first()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.AskForHelpAsync("nợ lương", "g:chat");

        (await bot.SendAsync("xoá")).Expect("Xóa hẳn yêu cầu này");
        (await bot.PressAsync("g:yes:erase")).Expect("Đã xóa yêu cầu");
        (await bot.SendAsync("yêu cầu của tôi")).Expect("gõ mã");
    }

    [Fact]
    public async Task More_words_can_be_added()
    {
        await using var bot = await TestBot.StartAsync();
        var code = await bot.AskForHelpAsync("nợ lương");
        await bot.SendAsync(code.Grouped);
        await bot.PressAsync("g:more");
        await bot.SendAsync("tháng này cũng chưa có");

        (await bot.SendAsync("xong")).Expect("Đã gửi thêm");

        (await bot.SendAsync(code.Grouped)).Expect("nợ lương", "tháng này cũng chưa có");
    }

    [Fact]
    public async Task A_mistyped_code_is_known_for_what_it_is_and_five_wrong_ones_are_enough()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync("1234 5678 9012 3456 789")).Expect("20 chữ số");
        for (var i = 0; i < 5; i++)
        {
            (await bot.SendAsync(ReceiptCode.New().Grouped)).Expect("Không mở được");
        }

        (await bot.SendAsync(ReceiptCode.New().Grouped)).Expect("Đã thử nhiều mã");
    }

    [Fact]
    public async Task A_flood_of_one_chat_makes_at_most_one_request()
    {
        await using var bot = await TestBot.StartAsync();
        string[] script = ["c:person", "g:no:danger", "g:yes:consent", "g:chat", "g:topic:lao-dong", "nợ lương", "xong", "gửi"];

        for (var i = 0; i < 1_000; i++)
        {
            var word = script[i % script.Length];
            _ = word.Contains(':', StringComparison.Ordinal) ? await bot.PressAsync(word) : await bot.SendAsync(word);
            if (i % 20 == 0)
            {
                bot.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        var requests = bot.Services.GetRequiredService<HelpRequests>();
        Assert.Single(await requests.OfChatAsync(new CaseAddress("telegram", bot.Chat), Stop));
    }

    [Fact]
    public async Task In_a_group_help_is_asked_for_in_private_and_a_code_is_not_opened()
    {
        await using var bot = await TestBot.StartAsync();
        var code = await bot.AskForHelpAsync("nợ lương");
        bot.InGroup = true;
        bot.Chat = "-77";

        (await bot.SendAsync("gặp cán bộ")).Expect("nhắn riêng");
        (await bot.SendAsync(code.Grouped)).Expect("nhắn riêng").Without("nợ lương");
    }

    [Fact]
    public async Task Messages_are_deleted_right_after_confirming()
    {
        await using var bot = await TestBot.StartAsync();
        var confirm = await bot.ToConfirmAsync("nợ lương");
        var sentBefore = bot.Sender.Arrived.Count;

        (await bot.PressAsync(HelpTalk.SendButton(confirm))).Expect("Mình đã xóa các tin vừa rồi");

        Assert.Contains($"{sentBefore}", bot.Sender.Deleted);
        Assert.Contains("own-1", bot.Sender.Deleted);
        Assert.DoesNotContain($"{sentBefore + 1}", bot.Sender.Deleted);
    }

    [Fact]
    public async Task What_cannot_be_deleted_is_said_and_tried_again()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Sender.Deletions.Enqueue(new DeleteOutcome.Retry(null));
        var confirm = await bot.ToConfirmAsync("nợ lương");

        (await bot.PressAsync(HelpTalk.SendButton(confirm))).Expect("chưa xóa được");
        bot.Clock.Advance(TimeSpan.FromSeconds(6));

        await bot.Sender.WhenDeletedAsync(Stop);
    }

    [Fact]
    public async Task On_the_chat_page_help_leads_to_its_own_page()
    {
        await using var bot = await TestBot.StartAsync("web");
        var reply = await bot.Pipeline.AnswerInPlaceAsync(bot.AnActivity(ActivityKind.Button, "c:person"), Stop);

        Assert.Contains(reply.Replies.Single().Buttons, button => button is { IsLink: true, Value: "/tro-giup" });
    }
}
