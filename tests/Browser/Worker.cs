using Microsoft.Playwright;

namespace Outreach.Browser;

/// <summary>A worker at the pages for help: presses the buttons, ticks the boxes, keeps the code.</summary>
internal sealed class Worker(IPage page)
{
    public IPage Page { get; } = page;

    /// <summary>On the screen that shows it, else empty.</summary>
    public string Code { get; private set; } = "";

    /// <param name="value">How the button's value begins.</param>
    public Task PressAsync(string value) => Navigation.ByAsync(Page, () => Page.ClickAsync($"main button[value^='{value}']"));

    public async Task AgreeAsync()
    {
        await Page.CheckAsync("[name=agree]");
        await Page.CheckAsync("[name=understood]");
        await PressAsync("g:yes:consent");
    }

    /// <summary>From the first page to the screen with the code, with words in which nothing looks personal.</summary>
    public async Task WriteAsync(string words, string topic = "lao-dong", bool inDanger = false)
    {
        await PressAsync(inDanger ? "g:yes:danger" : "g:no:danger");
        await AgreeAsync();
        await PressAsync("g:topic:" + topic);
        await Page.FillAsync("#text", words);
        await PressAsync("g:done");
        await ReadCodeAsync();
    }

    public async Task ReadCodeAsync()
    {
        await Assertions.Expect(Page.Locator(".unsent")).ToBeVisibleAsync();
        Code = string.Join(' ', await Page.Locator(".receipt span").AllTextContentsAsync());
        Assert.Matches("^([0-9]{4} ){4}[0-9]{4}$", Code);
    }

    public async Task SendAsync()
    {
        await PressAsync("g:send");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("Đã nhận");
    }

    /// <summary>Opens the request with its code, as on another day.</summary>
    public async Task OpenAsync()
    {
        await Page.GotoAsync("/tro-giup/xem");
        await Page.FillAsync("#code", Code);
        await Navigation.ByAsync(Page, () => Page.ClickAsync("main form button.main"));
        await Assertions.Expect(Page.Locator(".log")).ToBeVisibleAsync();
    }
}
