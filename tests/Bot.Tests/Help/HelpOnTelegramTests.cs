using Outreach.Bot.Tests.Host;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.Help;

/// <summary>The whole host with Telegram's server played at the wire.</summary>
public sealed class HelpOnTelegramTests
{
    [Fact]
    public async Task A_case_goes_from_the_first_word_to_an_answer_in_the_chat_and_leaves_no_trace_of_the_asking()
    {
        var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token;
        await using var telegram = await FakeBotApi.StartAsync();
        await using var house = await RunningHouse.StartAsync($"--Telegram:Token={telegram.Token}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}");
        var chat = telegram.Chat(88776655443);
        chat.Says("gặp cán bộ");
        await chat.WaitForAsync(1, limit);
        chat.Presses("Không");
        await chat.WaitForAsync(2, limit);
        chat.Presses("Đồng ý");
        await chat.WaitForAsync(3, limit);
        chat.Presses("Vào chat này");
        await chat.WaitForAsync(4, limit);
        chat.Presses("Lương và hợp đồng");
        await chat.WaitForAsync(5, limit);
        chat.Says("MARKED-STORY nợ lương");
        await chat.WaitForAsync(6, limit);
        chat.Presses("Xong");
        var confirm = (await chat.WaitForAsync(7, limit))[^1];
        Assert.Contains("<tg-spoiler>", confirm.Markup, StringComparison.Ordinal);

        chat.Presses("Gửi");
        await telegram.WaitForCallsAsync("deleteMessages", 1, limit);
        await telegram.WaitForCallsAsync("sendMessage", 8, limit);

        Assert.Contains("Đã nhận", Assert.Single(chat.Messages).Text, StringComparison.Ordinal);
        Assert.Empty(chat.Said);
        var desk = new StaffDesk(house.Services);
        await desk.ReplyAsync(Assert.Single(await desk.WaitingAsync()).Id, "Bạn giữ giấy trả lương nhé.");
        var answer = (await chat.WaitForAsync(2, limit))[^1];
        Assert.Contains("<tg-spoiler>Bạn giữ giấy trả lương nhé.</tg-spoiler>", answer.Markup, StringComparison.Ordinal);
        Assert.All(["MARKED-STORY", "88776655443", "giấy trả lương"], secret => Assert.DoesNotContain(secret, house.Logs.All, StringComparison.Ordinal));
    }
}
