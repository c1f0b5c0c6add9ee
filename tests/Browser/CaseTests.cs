using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Outreach.Browser;

/// <summary>A request from its first word to its closing: the worker at the page or in the chat, the counsellor at the console.</summary>
public sealed class CaseTests(House house) : BrowserTests
{
    private readonly CancellationToken _limit = new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_a_code_and_no_link_a_case_goes_from_the_first_word_on_the_page_to_its_closing(bool script)
    {
        var story = script ? "Công ty giữ lương tháng mười." : "Công ty giữ lương tháng chín.";
        var worker = new Worker(await house.OpenAsync("/tro-giup", script));
        await worker.WriteAsync(story);
        await worker.SendAsync();
        var console = await house.OpenConsoleAsync(await house.ManagerAsync(), "/yeu-cau/chua-nhan", script: script);
        var desk = new Counsellor(console);

        await desk.FindAsync(story);
        await desk.PressAsync("Claim");
        await Assertions.Expect(console.Locator("#sheet .alert-success")).ToContainTextAsync("Bạn đã nhận");
        Assert.Contains("/yeu-cau/", console.Url, StringComparison.Ordinal);
        await desk.ReplyAsync("Câu này tôi viết nhầm.");
        await desk.PressAsync("TakeBack");
        await Assertions.Expect(console.Locator("#words")).Not.ToContainTextAsync("viết nhầm");
        await desk.ReplyAsync("Bạn giữ giấy trả lương, mai gọi công đoàn nhé.");
        await desk.UntilAsync("Người gửi đọc được khi mở bằng mã");

        await worker.OpenAsync();
        await Assertions.Expect(worker.Page.Locator("main")).ToContainTextAsync("Bạn giữ giấy trả lương, mai gọi công đoàn nhé.");
        await Assertions.Expect(worker.Page.Locator("main")).Not.ToContainTextAsync("viết nhầm");
        await worker.PressAsync("g:more");
        await worker.Page.FillAsync("#text", "Dạ em còn giữ đủ.");
        await worker.PressAsync("g:done");
        await Assertions.Expect(worker.Page.Locator("main")).ToContainTextAsync("Đã gửi thêm");

        await desk.UntilAsync("Dạ em còn giữ đủ.");
        await desk.CloseAsync("Resolved");
        await Assertions.Expect(console.Locator("#sheet")).ToContainTextAsync("Kết quả: Việc đã được giải quyết");
        await worker.OpenAsync();
        await Assertions.Expect(worker.Page.Locator("main")).ToContainTextAsync("Việc này đã khép lại");
    }

    [Fact]
    public async Task With_answers_into_the_chat_a_case_goes_from_the_first_word_on_Telegram_to_its_closing()
    {
        const string story = "Chủ trọ tính tiền điện gấp đôi.";
        var worker = new TelegramWorker(house.NewChat(), _limit);
        await worker.AskAsync(story);
        var console = await house.OpenConsoleAsync(await house.ManagerAsync(), "/yeu-cau/chua-nhan");
        var desk = new Counsellor(console);

        await desk.FindAsync(story);
        await desk.PressAsync("Claim");
        await desk.ReplyAsync("Câu này tôi viết nhầm.");
        await desk.PressAsync("TakeBack");
        await desk.ReplyAsync("Bạn còn giữ giấy thuê trọ không?");
        var answer = await worker.UntilAsync(message => message.Text.Contains("giấy thuê trọ", StringComparison.Ordinal));
        Assert.DoesNotContain(answer, m => m.Text.Contains("viết nhầm", StringComparison.Ordinal));
        await desk.UntilAsync("Đã gửi vào chat");

        await desk.CloseAsync("Answered");

        await Assertions.Expect(console.Locator("#sheet")).ToContainTextAsync("Kết quả: Đã trả lời câu hỏi");
        await Assertions.Expect(console.Locator("#composer")).ToHaveCountAsync(0);
        Assert.DoesNotContain(worker.Chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), await console.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_handled_by_keyboard_alone()
    {
        const string story = "Em bị trừ lương vì nghỉ ốm.";
        var worker = new Worker(await house.OpenAsync("/tro-giup"));
        await worker.WriteAsync(story);
        await worker.SendAsync();
        var console = await house.OpenConsoleAsync(await house.ManagerAsync(), "/yeu-cau/chua-nhan");
        var desk = new Counsellor(console);
        await desk.FindAsync(story);

        await console.Keyboard.PressAsync("c");
        await Assertions.Expect(console.Locator("#sheet .alert-success")).ToContainTextAsync("Bạn đã nhận");
        await console.Keyboard.PressAsync("r");
        await Assertions.Expect(console.Locator("#reply-text")).ToBeFocusedAsync();
        await console.Keyboard.TypeAsync("/");
        await Assertions.Expect(console.Locator(".canned-reply[aria-selected=true]")).ToBeVisibleAsync();
        await console.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Locator("#reply-text")).Not.ToHaveValueAsync(new Regex("^/?$"));
        await console.Keyboard.PressAsync("Escape");
        await console.Keyboard.PressAsync("e");

        await Assertions.Expect(console.Locator("#close input[name=outcome]").First).ToBeFocusedAsync();
    }
}
