using Outreach.Channels;

namespace Outreach.Bot.Tests.Turns;

/// <summary>People who ask for help are safe only if this never slips.</summary>
public sealed class SilenceOfLogsTests
{
    [Theory]
    [InlineData("telegram")]
    [InlineData("directline")]
    public async Task No_log_of_any_level_holds_a_text_a_chat_id_or_a_name(string channel)
    {
        await using var bot = await TestBot.StartAsync(channel);
        bot.Chat = "CHAT-" + SmallLibrary.Marked;
        bot.Sender.Next(new SendOutcome.Refused(SendFailure.BadContent), new SendOutcome.Stopped());

        await bot.StartAsync(SmallLibrary.Marked);
        await bot.SendAsync($"tên tôi là {SmallLibrary.Marked}, chồng đánh tôi");
        await bot.SendAsync($"hỏi chuyện {SmallLibrary.Marked}");
        await bot.PressAsync("a:" + SmallLibrary.Marked);
        await bot.SendAsync("đăng ký");
        await bot.SendAsync("có");
        await bot.SendAsync("dừng");
        bot.Store.IsDown = true;
        await bot.SendAsync($"hỏi lại {SmallLibrary.Marked}");
        await bot.Pipeline.KeepDeadLetterAsync(channel, SmallLibrary.Marked, "{}", TestContext.Current.CancellationToken);

        Assert.NotEqual("", bot.Logs.All);
        Assert.DoesNotContain(SmallLibrary.Marked, bot.Logs.All, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_activity_and_a_reply_on_its_way_print_no_address()
    {
        var address = new ChannelAddress("telegram", SmallLibrary.Marked);
        var activity = new Activity { Kind = ActivityKind.Text, Address = address, UpdateId = SmallLibrary.Marked, Text = SmallLibrary.Marked };
        var held = new Bot.Turns.HeldReply(null, address, Bot.Turns.ReplyPlan.Of("vi"), default);

        Assert.DoesNotContain(SmallLibrary.Marked, $"{activity} {held}", StringComparison.Ordinal);
    }
}
