using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Outreach.Testing.Telegram;

namespace Outreach.Browser;

/// <summary>A campaign from the empty list to its results: one writes, another approves, thousands get it on a Telegram played at the wire.</summary>
public sealed class CampaignTests(House house) : BrowserTests
{
    private const int People = 6_000;
    private const long FirstChat = 2_000_000_000;

    /// <summary>Whoever subscribes in other tests lives elsewhere.</summary>
    private const string Province = "Bắc Ninh";

    private static readonly float Patience = (float)TimeSpan.FromMinutes(4).TotalMilliseconds;

    [Fact]
    public async Task A_campaigner_drafts_previews_tests_and_submits_a_manager_approves_and_it_is_sent_paused_and_resumed_to_its_end()
    {
        await house.ImportAsync(Csv());
        var writer = await house.OpenConsoleAsync(await house.CampaignerAsync(), "/chien-dich");
        await LooksAsync(writer, "list");

        await Navigation.ByAsync(writer, () => writer.Locator(".months a", new() { HasText = "Tháng 11" }).ClickAsync());
        await LooksAsync(writer, "editor");
        await writer.FillAsync("#name", "Ngày Pháp luật cho công nhân");
        await writer.FillAsync("#vi-title", "Ngày Pháp luật đến rồi!");
        await Assertions.Expect(writer.Locator("#look .bubble").First).ToContainTextAsync("Ngày Pháp luật đến rồi!");
        await writer.GetByRole(AriaRole.Tab, new() { Name = "Tiếng Anh" }).ClickAsync();
        await Assertions.Expect(writer.Locator("#en-text")).ToBeVisibleAsync();
        await Assertions.Expect(writer.Locator("#vi-text")).ToBeHiddenAsync();
        await writer.CheckAsync("#k-monthly-day");
        await writer.FillAsync("#day", "31");
        await Assertions.Expect(writer.Locator("#look .dates li")).ToHaveCountAsync(12);
        await writer.FillAsync("#day", "0");
        await Assertions.Expect(writer.Locator("#fault-rule")).ToContainTextAsync("Không tháng nào có ngày 0");
        await LooksAsync(writer, "editor with a fault");
        await writer.CheckAsync("#k-start");
        await writer.Locator("#audience > summary").ClickAsync();
        await writer.FillAsync("#provinces", Province);
        await writer.Locator("[aria-labelledby=part-rules] summary").ClickAsync();
        await writer.CheckAsync("#q-none"); // whatever the hour is at which this runs
        await Assertions.Expect(writer.Locator("#fault-rule")).ToBeEmptyAsync();
        await writer.Locator("#estimate button").ClickAsync();
        await Assertions.Expect(writer.Locator("#estimate")).ToContainTextAsync("6.000 người");
        await LooksAsync(writer, "editor with everything open");
        await Navigation.ByAsync(writer, () => writer.ClickAsync("button[value=save]"));
        await Assertions.Expect(writer.Locator("#estimate")).ToContainTextAsync("6.000 người");
        await LooksAsync(writer, "draft");
        var draft = new Uri(writer.Url).AbsolutePath;
        var tested = await TestAsync(writer);
        await writer.GotoAsync(draft);
        await PressAsync(writer, "Submit");
        await Assertions.Expect(writer.Locator(".acts")).ToContainTextAsync("Người duyệt phải là một đồng nghiệp khác");
        await LooksAsync(writer, "submitted");

        var approver = await house.OpenConsoleAsync(await house.ManagerAsync(), draft);
        approver.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await Assertions.Expect(approver.Locator(".bubble").First).ToContainTextAsync("Ngày Pháp luật đến rồi!");
        await Assertions.Expect(approver.Locator("#tested")).ToContainTextAsync("Đã gửi thử lúc");
        await approver.Locator(".acts summary").ClickAsync();
        await approver.FillAsync("#reason", "Bạn thêm số điện thoại nhé.");
        await LooksAsync(approver, "sending back");
        await PressAsync(approver, "Reject");
        await writer.GotoAsync(draft);
        await Assertions.Expect(writer.Locator("#returned")).ToContainTextAsync("Bạn thêm số điện thoại nhé.");
        await LooksAsync(writer, "sent back");
        await PressAsync(writer, "Submit");
        await approver.GotoAsync(draft);
        await PressAsync(approver, "Approve");
        await LooksAsync(approver, "approved");
        await PressAsync(approver, "Start");
        await UntilAsync(approver, "#progress [data-count=sent]");
        await Assertions.Expect(approver.Locator("#progress [data-count=sent]")).Not.ToHaveTextAsync("0", new() { Timeout = Patience });
        await Pictures.TakeAsync(approver, "running");
        await PressAsync(approver, "Pause");
        await Assertions.Expect(approver.Locator("#progress-title")).ToHaveTextAsync("Đang tạm dừng");
        await LooksAsync(approver, "paused");
        await writer.GotoAsync("/chien-dich");
        await Assertions.Expect(writer.Locator("#running")).ToContainTextAsync("Đang tạm dừng");
        await LooksAsync(writer, "list while it is paused");
        var paused = Sent();
        Assert.InRange(paused, 1, People - 1);
        await PressAsync(approver, "Resume");
        await Axe.PassesAsync(approver, "running");

        // By itself: the page sees that it has ended.
        await Assertions.Expect(approver.Locator("#results-title")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(approver.Locator("#progress [data-count=sent]")).ToHaveTextAsync("6.000");
        Assert.Equal(People, Sent());
        var arrived = house.Telegram.Chat(FirstChat + 1).Messages[0];
        Assert.Equal(arrived.Markup, tested.Markup);
        Assert.Equal(Titles(arrived), Titles(tested));
        var reader = house.Telegram.Chat(FirstChat + 1);
        reader.Presses("6 tháng");
        await reader.WaitUntilAsync(messages => messages.Count > 1, TestContext.Current.CancellationToken);
        await approver.ReloadAsync();
        await Assertions.Expect(approver.GetByText("Trả lời câu đố")).ToBeVisibleAsync();
        await Assertions.Expect(approver.GetByText("dưới 10").First).ToBeVisibleAsync();
        await LooksAsync(approver, "results");
        Assert.Equal(People, house.Telegram.Calls.Where(IsOurs).Select(ChatOf).Distinct().Count());
        await SendAgainToFewAsync(writer, approver);
        await Navigation.ByAsync(approver, () => approver.ClickAsync("a[href^='/chien-dich/so-sanh']"));
        await approver.Locator("input[name=dot]").Nth(0).CheckAsync();
        await approver.Locator("input[name=dot]").Nth(1).CheckAsync();
        await Navigation.ByAsync(approver, () => approver.ClickAsync("form[action='/chien-dich/so-sanh'] button"));
        await Assertions.Expect(approver.Locator("figure.compare svg")).ToHaveCountAsync(10);
        await LooksAsync(approver, "compared");
        var plain = await house.OpenAsync("/tin-da-gui", script: false);
        await Assertions.Expect(plain.Locator("article h3").First).ToHaveTextAsync("Ngày Pháp luật đến rồi!");
        await LooksAsync(await house.OpenAsync("/tin-da-gui"), "past messages");
        foreach (var path in new[] { "/chien-dich", "/lich-gui", $"/lich-gui?nam={TimeProvider.System.GetUtcNow().Year}", "/nguoi-nhan" })
        {
            await approver.GotoAsync(path);
            await LooksAsync(approver, path.Trim('/').Replace('?', ' '));
        }
    }

    [Fact]
    public async Task Without_script_a_campaign_is_written_checked_and_kept()
    {
        var page = await house.OpenConsoleAsync(await house.CampaignerAsync(), "/chien-dich/moi", script: false);
        await Assertions.Expect(page.Locator("#vi-text")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#en-text")).ToBeVisibleAsync();
        await page.FillAsync("#name", "Không có script");
        await page.FillAsync("#vi-title", "Chào bạn");
        await page.FillAsync("#vi-text", "Giữ **hợp đồng** của mình.");
        await page.CheckAsync("#k-last-working-day");

        await Navigation.ByAsync(page, () => page.Locator(".form-acts button[value=check]").ClickAsync());
        await Assertions.Expect(page.Locator(".bubble b", new() { HasText = "hợp đồng" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#look .dates li")).ToHaveCountAsync(12);
        await Navigation.ByAsync(page, () => page.ClickAsync("button[value=save]"));

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Không có script");
        await Navigation.ByAsync(page, () => page.Locator("form[action$='handler=Cancel'] button").ClickAsync());
        await Assertions.Expect(page.Locator(".acts")).ToContainTextAsync("Đợt này đã hủy");
    }

    /// <summary>The same message once more, to the few landlords among them.</summary>
    private static async Task SendAgainToFewAsync(IPage writer, IPage approver)
    {
        await writer.GotoAsync(approver.Url);
        await PressAsync(writer, "Clone");
        await writer.CheckAsync("#Roles-landlord");
        await Navigation.ByAsync(writer, () => writer.ClickAsync("button[value=save]"));
        await PressAsync(writer, "Submit");
        await approver.GotoAsync(new Uri(writer.Url).AbsolutePath);
        await PressAsync(approver, "Approve");
        await PressAsync(approver, "Start");
        await UntilAsync(approver, "#results-title");
        await Assertions.Expect(approver.Locator("#progress [data-count=sent]")).ToHaveTextAsync((People / 40).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The author opens the test in a chat of their own, and tries its quiz.</summary>
    /// <returns>The message as it came there.</returns>
    private async Task<FakeMessage> TestAsync(IPage writer)
    {
        await PressAsync(writer, "Test");
        await Assertions.Expect(writer.Locator(".test-sheet .qr svg")).ToBeVisibleAsync();
        await LooksAsync(writer, "test");
        var link = new Uri((await writer.GetAttributeAsync("#test-link", "href"))!);
        Assert.Equal($"https://t.me/{FakeBotApi.BotName}", link.GetLeftPart(UriPartial.Path));
        var chat = house.NewChat();
        chat.Says("/start " + link.Query["?start=".Length..]);
        var messages = await chat.WaitForAsync(2, TestContext.Current.CancellationToken);
        Assert.Contains("tin thử", messages[0].Text, StringComparison.Ordinal);
        chat.Presses("6 tháng");
        await chat.WaitForAsync(3, TestContext.Current.CancellationToken);
        await Assertions.Expect(writer.Locator("#test-waits")).ToContainTextAsync("Tin thử đã tới");
        await Assertions.Expect(writer.Locator("#tested")).ToContainTextAsync("Đã gửi thử lúc");
        await LooksAsync(writer, "test that arrived");
        return messages[1];
    }

    private static IEnumerable<string> Titles(FakeMessage message) => message.Buttons.SelectMany(row => row).Select(button => button.Text);

    /// <summary>On a laptop and on a phone, in light and in dark: no finding of axe, nothing wider than the window.</summary>
    private static async Task LooksAsync(IPage page, string what)
    {
        foreach (var (width, height, scheme) in new[] { (360, 740, ColorScheme.Dark), (360, 740, ColorScheme.Light), (1280, 800, ColorScheme.Dark), (1280, 800, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Axe.PassesAsync(page, $"{what} at {width} ({scheme})");
            await Pictures.TakeAsync(page, $"{what} {width} {scheme}");
        }
    }

    private static Task PressAsync(IPage page, string handler) =>
        Navigation.ByAsync(page, () => page.Locator($".acts form[action$='handler={handler}'] button").ClickAsync());

    /// <summary>What begins by itself, on a page that has to be opened again to see it.</summary>
    private static async Task UntilAsync(IPage page, string selector)
    {
        var limit = TimeProvider.System.GetUtcNow().AddMilliseconds(Patience);
        while (await page.Locator(selector).CountAsync() == 0 && TimeProvider.System.GetUtcNow() < limit)
        {
            await page.ReloadAsync();
        }
    }

    private int Sent() => house.Telegram.Calls.Count(IsOurs);

    private static bool IsOurs(BotApiCall call) => call.Method == "sendMessage" && ChatOf(call) >= FirstChat;

    private static long ChatOf(BotApiCall call) => call.Parameters.GetProperty("chat_id").GetInt64();

    private static string Csv()
    {
        var csv = new StringBuilder("channel,address,language,province,role,topics,consented_at\n");
        for (var i = 0; i < People; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"telegram,{FirstChat + i},{(i % 10 == 0 ? "en" : "vi")},{Province},{(i % 40 == 0 ? "landlord" : "worker")},,2026-{1 + (i % 10):00}-15\n");
        }

        return csv.ToString();
    }
}
