using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Help;
using Outreach.Bot.Tests.Turns;
using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;

namespace Outreach.Bot.Tests.Help;

public sealed class HelpDeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_of_staff_comes_into_the_chat_covered_and_can_be_answered()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.AskForHelpAsync("nợ lương", "g:chat");
        var desk = new StaffDesk(bot.Services);
        var id = Assert.Single(await desk.WaitingAsync()).Id;

        await desk.ReplyAsync(id, "Bạn giữ giấy trả lương nhé.");
        await CarryAsync(bot);

        var (address, reply) = bot.Sender.Arrived[^1];
        Assert.Equal(bot.Chat, address.Value);
        Assert.Equal("Bạn giữ giấy trả lương nhé.", Content.Blocks.PlainText.Of(reply.Covered));
        Assert.DoesNotContain("giấy trả lương", Content.Blocks.PlainText.Of(reply.Blocks), StringComparison.Ordinal);
        (await bot.PressAsync("c:request")).Expect("Cán bộ đã trả lời", "giấy trả lương", "nợ lương");
        await bot.PressAsync("g:more");
        await bot.SendAsync("dạ em giữ rồi");
        (await bot.SendAsync("xong")).Expect("Đã gửi thêm");
        Assert.Equal("dạ em giữ rồi", (await desk.OpenAsync(id)).Texts[^1].Text);
    }

    [Fact]
    public async Task With_a_code_alone_nothing_comes_into_the_chat_and_the_code_shows_the_answer()
    {
        await using var bot = await TestBot.StartAsync();
        var code = await bot.AskForHelpAsync("nợ lương");
        var desk = new StaffDesk(bot.Services);
        var id = Assert.Single(await desk.WaitingAsync()).Id;
        var before = bot.Sender.Arrived.Count;

        await desk.ReplyAsync(id, "Bạn giữ giấy trả lương nhé.");
        bot.Clock.Advance(TimeSpan.FromSeconds(11));
        await bot.Services.GetRequiredService<ReplyCarrier>().CarryAsync(Stop);

        Assert.Equal(before, bot.Sender.Arrived.Count);
        bot.Chat = "another";
        var heard = await bot.SendAsync(code.Grouped);
        heard.Expect("nợ lương");
    }

    [Fact]
    public async Task Danger_makes_a_request_urgent_and_words_of_danger_do_too()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.AskForHelpAsync("em sợ lắm", "g:receipt", "g:yes:danger");
        bot.Chat = "4712";
        await bot.AskForHelpAsync("chồng đánh em");
        bot.Chat = "4713";
        await bot.AskForHelpAsync("nợ lương");

        Assert.Equal(2, (await new StaffDesk(bot.Services).WaitingAsync(CaseFolder.Urgent)).Count);
    }

    /// <summary>Lets the reply go when nobody can take it back any more, and carries it.</summary>
    private static async Task CarryAsync(TestBot bot)
    {
        var delivery = bot.Services.GetRequiredService<ReplyDelivery>();
        var carrier = bot.Services.GetRequiredService<ReplyCarrier>();
        bot.Clock.Advance(TimeSpan.FromSeconds(11));
        while (await carrier.CarryAsync(Stop) == 0)
        {
            await delivery.WaitAsync(Stop); // rung when the reply is let go
        }
    }
}
