using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Outreach.Browser;

public sealed class PageTests(PhoneSite site) : IClassFixture<PhoneSite>
{
    public static TheoryData<string> Paths =>
    [
        "/", "/?lang=en", "/hoi-dap", "/hoi-dap?q=luong%20toi%20thieu", "/hoi-dap/luong-toi-thieu", "/hoi-dap/luong-toi-thieu?lang=en", "/duong-day-nong",
        "/quyen-rieng-tu", "/quyen-rieng-tu?lang=en", "/hoi-dap/khong-co", "/tro-giup", "/tro-giup?lang=en", "/tro-giup/xem",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_page_passes_axe_and_fits_a_phone_in_light_and_dark(string path)
    {
        foreach (var dark in new[] { false, true })
        {
            var page = await site.OpenAsync(path, dark: dark);

            var found = await page.RunAxe();

            Assert.True(found.Violations.Length == 0, Describe(path, dark, found.Violations));
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} is wider than a phone");
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_conversation_passes_axe_and_fits_a_phone()
    {
        var page = await site.OpenAsync();
        await page.FillAsync("#text", "lương tối thiểu vùng 1 bao nhiêu");
        await page.PressAsync("#text", "Enter");
        await Assertions.Expect(page.Locator(".turn:not(.me)").Nth(1)).ToContainTextAsync("5.310.000");

        var found = await page.RunAxe();

        Assert.True(found.Violations.Length == 0, Describe("/", false, found.Violations));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [Fact]
    public async Task The_first_visit_asks_nobody_else_and_weighs_at_most_60_kB()
    {
        var page = await site.OpenAsync("/duong-day-nong");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        long bytes = 0;
        var elsewhere = new List<string>();
        session.Event("Network.loadingFinished").OnEvent += (_, data) => bytes += (long)data!.Value.GetProperty("encodedDataLength").GetDouble();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Program.Address.ToString(), StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };

        await page.GotoAsync("/", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(elsewhere);
        Assert.InRange(bytes, 1_000, 60_000);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"first visit: {bytes} bytes"));
    }

    [Fact]
    public async Task The_list_of_answers_finds_a_question_in_the_other_language_and_leads_to_each_topic()
    {
        var page = await site.Program.Http.GetStringAsync("/hoi-dap?q=how+much+notice+do+I+have+to+give+before+quitting", TestContext.Current.CancellationToken);

        Assert.Contains("Muốn nghỉ việc phải báo trước", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#bhxh\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"bhxh\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_page_sets_a_cookie_and_each_is_kept_by_nobody(string path)
    {
        using var answer = await site.Program.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_found_while_typing()
    {
        var page = await site.OpenAsync("/hoi-dap");

        await page.Locator("#q").PressSequentiallyAsync("tang ca dc bao nhieu");

        await Assertions.Expect(page.Locator("#found a[href='/hoi-dap/tang-ca-tien']")).ToBeVisibleAsync();
    }

    private static string Describe(string path, bool dark, IEnumerable<Deque.AxeCore.Commons.AxeResultItem> violations) =>
        $"{path} ({(dark ? "dark" : "light")}):\n" + string.Join('\n', violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
}
