using System.Globalization;
using System.Net;
using Microsoft.Playwright;

namespace Outreach.Browser;

public sealed class PageTests(House house) : BrowserTests
{
    public static TheoryData<string> Paths =>
    [
        "/", "/?lang=en", "/hoi-dap", "/hoi-dap?q=luong%20toi%20thieu", "/hoi-dap/luong-toi-thieu", "/hoi-dap/luong-toi-thieu?lang=en", "/duong-day-nong",
        "/quyen-rieng-tu", "/quyen-rieng-tu?lang=en", "/tin-da-gui", "/tin-da-gui?lang=en", "/hoi-dap/khong-co", "/tro-giup", "/tro-giup?lang=en", "/tro-giup/xem",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_page_passes_axe_and_fits_a_phone_in_light_and_dark(string path)
    {
        var page = await house.OpenAsync(path);
        await Axe.PassesAsync(page, $"{path} (light)");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        await Axe.PassesAsync(page, $"{path} (dark)");
    }

    [Fact]
    public async Task A_conversation_passes_axe_and_fits_a_phone()
    {
        var page = await house.OpenAsync();
        await page.FillAsync("#text", "lương tối thiểu vùng 1 bao nhiêu");
        await page.PressAsync("#text", "Enter");
        await Assertions.Expect(page.Locator(".turn:not(.me)").Nth(1)).ToContainTextAsync("5.310.000");

        await Axe.PassesAsync(page, "a conversation");
    }

    [Fact]
    public async Task The_first_visit_asks_nobody_else_and_weighs_at_most_60_kB()
    {
        var page = await house.OpenAsync("/duong-day-nong");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        long bytes = 0;
        var elsewhere = new List<string>();
        session.Event("Network.loadingFinished").OnEvent += (_, data) => bytes += (long)data!.Value.GetProperty("encodedDataLength").GetDouble();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(house.Program.Address.ToString(), StringComparison.Ordinal))
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
        var page = await house.Program.Http.GetStringAsync("/hoi-dap?q=how+much+notice+do+I+have+to+give+before+quitting", TestContext.Current.CancellationToken);

        Assert.Contains("Muốn nghỉ việc phải báo trước", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#bhxh\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"bhxh\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_page_sets_a_cookie_and_each_is_kept_by_nobody(string path)
    {
        using var answer = await house.Program.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tro-giup")]
    [InlineData("/tro-giup/xem")]
    public async Task A_form_that_cannot_be_read_is_refused_in_words_and_not_taken_for_an_empty_one(string path)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var form = new FormUrlEncodedContent([new("c", "x"), new("text", "a\0b")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Accept.ParseAdd("text/html");

        using var answer = await house.Program.Http.SendAsync(request, cancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Chưa gửi được", await answer.Content.ReadAsStringAsync(cancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_found_while_typing()
    {
        var page = await house.OpenAsync("/hoi-dap");

        await page.Locator("#q").PressSequentiallyAsync("tang ca dc bao nhieu");

        await Assertions.Expect(page.Locator("#found a[href='/hoi-dap/tang-ca-tien']")).ToBeVisibleAsync();
    }
}
