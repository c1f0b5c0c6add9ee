using Outreach.Channels;

namespace Outreach.Bot.Tests.Turns;

public sealed class LanguageTests
{
    [Fact]
    public async Task One_tap_under_an_answer_shows_it_in_the_other_language_and_stays_with_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không");

        var changed = await bot.PressAsync("l:en:nghi-ngang");
        var next = await bot.SendAsync("menu");

        changed.Expect("No, not after quitting", "In force since 1 January 2026.");
        next.Expect("What would you like to ask about?");
    }

    [Fact]
    public async Task The_other_language_takes_the_place_of_the_message_whose_button_was_pressed()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không");

        await bot.HandInAsync(bot.AnActivity(ActivityKind.Button, "l:en:nghi-ngang") with { MessageId = "77" });
        await bot.HandInAsync(bot.AnActivity(ActivityKind.Button, "c:menu") with { MessageId = "78" });

        Assert.Equal([null, "77", null], bot.Sender.Arrived.Select(arrived => arrived.Reply.Replaces));
    }

    [Fact]
    public async Task A_question_in_English_is_answered_in_English_without_choosing()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.SendAsync("Do I get unemployment benefit if I quit without notice?")).Expect("No, not after quitting");
    }

    [Fact]
    public async Task An_English_phone_is_greeted_in_English()
    {
        await using var bot = await TestBot.StartAsync();
        bot.LanguageHint = "en-GB";

        (await bot.StartAsync(null)).Expect("automatic answering program").WithButton("l:vi");
    }

    [Fact]
    public async Task Somebody_with_an_English_phone_who_writes_Vietnamese_is_answered_in_Vietnamese()
    {
        await using var bot = await TestBot.StartAsync();
        bot.LanguageHint = "en";

        (await bot.SendAsync("nghỉ ngang có được lãnh trợ cấp thất nghiệp không")).Expect("Nghỉ ngang thì không được.");
    }

    [Fact]
    public async Task What_is_not_translated_is_shown_in_the_other_language_and_says_so()
    {
        await using var bot = await TestBot.StartAsync(
            "telegram",
            ("vi/faq/lao-dong/chi-tieng-viet.md", SmallLibrary.Files().First(f => f.Path.EndsWith("vi/faq/bhxh/muc-huong.md", StringComparison.Ordinal)).Text
                .Replace("id: muc-huong", "id: chi-tieng-viet", StringComparison.Ordinal).Replace("topic: bhxh", "topic: lao-dong", StringComparison.Ordinal)
                .Replace("question: Trợ cấp thất nghiệp", "question: Tiền ăn ca", StringComparison.Ordinal).Replace("mức hưởng trợ cấp thất nghiệp", "tiền cơm ca", StringComparison.Ordinal)));

        (await bot.PressAsync("l:en:chi-tieng-viet")).Expect("in Vietnamese only", "60%");
    }

    [Fact]
    public async Task A_day_of_silence_forgets_the_conversation()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PressAsync("l:en");
        bot.Clock.Advance(TimeSpan.FromHours(25));

        (await bot.SendAsync("1")).Expect("Số này không ứng với mục nào");
    }

    [Fact]
    public async Task Vietnamese_words_count_more_than_an_English_phone()
    {
        await using var bot = await TestBot.StartAsync();
        bot.LanguageHint = "en";

        (await bot.SendAsync("con mèo của tôi bị ốm phải làm sao")).Expect("chưa có câu trả lời");
    }

    [Fact]
    public async Task A_subscriber_is_known_by_language_after_a_day_of_silence()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PressAsync("l:en");
        await bot.SendAsync("subscribe");
        await bot.SendAsync("yes");
        bot.Clock.Advance(TimeSpan.FromHours(25));

        (await bot.SendAsync("menu")).Expect("What would you like to ask about?");
    }

    [Fact]
    public async Task Who_chose_a_language_keeps_it_when_an_answer_is_found_in_the_other()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PressAsync("l:vi");
        await bot.SendAsync("Do I get unemployment benefit if I quit without notice?");

        (await bot.SendAsync("menu")).Expect("Bạn muốn hỏi về chuyện gì?");
    }
}
