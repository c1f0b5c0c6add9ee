using Microsoft.Playwright;

namespace Outreach.Browser;

public sealed class HelpTests(House house) : BrowserTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_worker_asks_for_help_on_a_phone_and_reads_the_request_by_its_code_with_and_without_script(bool script)
    {
        var page = await house.OpenAsync("/tro-giup", script);
        var worker = new Worker(page);
        await Assertions.Expect(page.Locator(".alarm a[href='tel:113']")).ToBeVisibleAsync();
        await worker.PressAsync("g:no:danger");
        Assert.Equal(0, await page.Locator("input[type=checkbox]:checked").CountAsync());
        await worker.AgreeAsync();
        await worker.PressAsync("g:topic:lao-dong");
        await page.FillAsync("#text", "Công ty nợ lương ba tháng rồi.");
        await worker.PressAsync("g:done");
        await worker.ReadCodeAsync();
        await worker.SendAsync();
        Assert.DoesNotContain(worker.Code[..9], await page.ContentAsync(), StringComparison.Ordinal);

        await worker.OpenAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Công ty nợ lương ba tháng rồi.");
        Assert.DoesNotContain(worker.Code[..4], page.Url, StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
    }

    [Fact]
    public async Task What_looks_personal_is_shown_before_anything_is_sent_and_is_covered_when_asked()
    {
        var page = await house.OpenAsync("/tro-giup");
        var worker = new Worker(page);
        await worker.PressAsync("g:no:danger");
        await worker.AgreeAsync();
        await worker.PressAsync("g:topic:other");
        await page.FillAsync("#text", "Em tên là Trần Thị Lan, số 0912345678. Chủ giữ giấy tờ của em.");
        await worker.PressAsync("g:done");
        Assert.Equal(["Trần Thị Lan", "0912345678"], (await page.Locator("main mark").AllTextContentsAsync()).Order().Reverse());

        await worker.PressAsync("g:mask");

        var preview = page.Locator("blockquote.theirs");
        await Assertions.Expect(preview).ToContainTextAsync("Chủ giữ giấy tờ của em.");
        await Assertions.Expect(preview).Not.ToContainTextAsync("Lan");
        await Assertions.Expect(preview).Not.ToContainTextAsync("0912345678");
    }

    [Fact]
    public async Task Back_leads_a_step_back_with_the_words_and_cancelling_sends_nothing()
    {
        var page = await house.OpenAsync("/tro-giup");
        var worker = new Worker(page);
        await worker.WriteAsync("Chủ bắt làm thêm mà không trả tiền.");

        await worker.PressAsync("g:back");
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync("Chủ bắt làm thêm mà không trả tiền.");
        await worker.PressAsync("g:cancel");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Không có gì được gửi");
        await page.GotoAsync("/tro-giup/xem");
        await page.FillAsync("#code", worker.Code);
        await Navigation.ByAsync(page, () => page.ClickAsync("main form button.main"));
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("Không mở được bằng mã này");
    }

    [Fact]
    public async Task Quick_exit_throws_the_draft_away()
    {
        var page = await house.OpenAsync("/tro-giup");
        await new Worker(page).PressAsync("g:no:danger");
        var token = await page.InputValueAsync("input[name=c]");
        await page.RouteAsync("**/*wikipedia*/**", route => route.AbortAsync());
        var left = page.WaitForRequestAsync("**/thoat");
        await page.ClickAsync("[data-exit]");
        await left;

        using var form = new FormUrlEncodedContent([new("c", token), new("v", "g:yes:consent"), new("agree", "on"), new("understood", "on")]);
        using var answer = await house.Program.Http.PostAsync("/tro-giup", form, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("g:topic:", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_step_passes_axe_and_fits_a_phone_in_light_and_dark(bool dark)
    {
        var page = await house.OpenAsync("/tro-giup", dark: dark);
        var worker = new Worker(page);
        await Axe.PassesAsync(page, "danger");
        await worker.PressAsync("g:yes:danger");
        await Axe.PassesAsync(page, "consent");
        await worker.PressAsync("g:yes:consent");
        await Axe.PassesAsync(page, "consent without ticks");
        await worker.AgreeAsync();
        await Axe.PassesAsync(page, "topic");
        await worker.PressAsync("g:topic:other");
        await Axe.PassesAsync(page, "words");
        await page.FillAsync("#text", "Em tên là Trần Thị Lan, số 0912345678.");
        await worker.PressAsync("g:done");
        await Axe.PassesAsync(page, "review");
        await worker.PressAsync("g:mask");
        await worker.ReadCodeAsync();
        await Axe.PassesAsync(page, "confirm");
        await worker.SendAsync();
        await Axe.PassesAsync(page, "received");

        await page.GotoAsync("/tro-giup/xem");
        await Axe.PassesAsync(page, "code");
        await page.FillAsync("#code", "1234");
        await Navigation.ByAsync(page, () => page.ClickAsync("main form button.main"));
        await Axe.PassesAsync(page, "not a code");
        await worker.OpenAsync();
        await Axe.PassesAsync(page, "open");
        await worker.PressAsync("g:more");
        await Axe.PassesAsync(page, "more");
        await worker.PressAsync("g:back");
        await worker.PressAsync("g:erase");
        await Axe.PassesAsync(page, "erase");
        await worker.PressAsync("g:yes:erase");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("yêu cầu và các trả lời");
        await Axe.PassesAsync(page, "erased");
    }

    [Fact]
    public async Task Somebody_who_reads_English_is_led_in_English_to_the_code()
    {
        var page = await house.OpenAsync("/tro-giup?lang=en");
        var worker = new Worker(page);

        await worker.WriteAsync("My boss keeps my papers.");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Quay lại");
    }
}
