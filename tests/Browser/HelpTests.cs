using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Outreach.Browser;

public sealed class HelpTests(PhoneSite site) : IClassFixture<PhoneSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_worker_asks_for_help_on_a_phone_and_reads_the_request_by_its_code_with_and_without_script(bool script)
    {
        var page = await site.OpenAsync("/tro-giup", script);
        await Assertions.Expect(page.Locator(".alarm a[href='tel:113']")).ToBeVisibleAsync();
        await PressAsync(page, "g:no:danger");
        Assert.Equal(0, await page.Locator("input[type=checkbox]:checked").CountAsync());
        await page.CheckAsync("[name=agree]");
        await page.CheckAsync("[name=understood]");
        await PressAsync(page, "g:yes:consent");
        await PressAsync(page, "g:topic:lao-dong");
        await page.FillAsync("#text", "Công ty nợ lương ba tháng rồi.");
        await PressAsync(page, "g:done");
        await Assertions.Expect(page.Locator(".unsent")).ToBeVisibleAsync();
        var code = string.Join(' ', await page.Locator(".receipt span").AllTextContentsAsync());
        await PressAsync(page, "g:send");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã nhận");
        Assert.DoesNotContain(code[..9], await page.ContentAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/tro-giup/xem");
        await page.FillAsync("#code", code);
        await page.ClickAsync("main form button.main");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Công ty nợ lương ba tháng rồi.");
        Assert.DoesNotContain(code[..4], page.Url, StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
    }

    [Fact]
    public async Task Quick_exit_throws_the_draft_away()
    {
        var page = await site.OpenAsync("/tro-giup");
        await PressAsync(page, "g:no:danger");
        var token = await page.InputValueAsync("input[name=c]");
        await page.RouteAsync("**/*wikipedia*/**", route => route.AbortAsync());
        var left = page.WaitForRequestAsync("**/thoat");
        await page.ClickAsync("[data-exit]");
        await left;

        using var form = new FormUrlEncodedContent([new("c", token), new("v", "g:yes:consent"), new("agree", "on"), new("understood", "on")]);
        using var answer = await site.Program.Http.PostAsync("/tro-giup", form, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("g:topic:", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_step_passes_axe_in_light_and_dark(bool dark)
    {
        var page = await site.OpenAsync("/tro-giup", dark: dark);
        await PassesAsync(page);
        await PressAsync(page, "g:yes:danger");
        await PassesAsync(page);
        await page.CheckAsync("[name=agree]");
        await page.CheckAsync("[name=understood]");
        await PressAsync(page, "g:yes:consent");
        await PassesAsync(page);
        await PressAsync(page, "g:topic:other");
        await PassesAsync(page);
        await page.FillAsync("#text", "Em tên là Trần Thị Lan, số 0912345678.");
        await PressAsync(page, "g:done");
        await PassesAsync(page);
        await PressAsync(page, "g:mask");
        await PassesAsync(page);
        await PressAsync(page, "g:send");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã nhận");
        await PassesAsync(page);
    }

    private static async Task PassesAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(violation => violation.Id)));
    }

    private static async Task PressAsync(IPage page, string value) => await page.ClickAsync($"button[value^='{value}']");
}
