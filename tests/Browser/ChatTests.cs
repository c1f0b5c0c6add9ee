using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Outreach.Browser;

public sealed class ChatTests(House house) : BrowserTests
{
    private const string Question = "nghi viec bao lau thi dc lanh bhtn";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_worker_asks_on_a_phone_and_gets_answer_source_and_number_with_and_without_script(bool script)
    {
        var page = await house.OpenAsync(script: script);

        await page.FillAsync("#text", Question);
        await page.ClickAsync("#form button[type=submit]");

        var reply = page.Locator(".turn:not(.me)").Nth(1);
        await Assertions.Expect(reply).ToContainTextAsync("thất nghiệp");
        await Assertions.Expect(reply).ToContainTextAsync("Luật Việc làm 2025 (74/2025/QH15)");
        await Assertions.Expect(reply.Locator("a[href='tel:19009068']").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".turn.me")).ToContainTextAsync(Question);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_button_under_a_reply_is_a_question_too(bool script)
    {
        var page = await house.OpenAsync(script: script);

        await page.Locator(".choices button").First.ClickAsync();
        var topic = page.Locator(".turn:not(.me)").Nth(1);
        await topic.Locator("button").First.ClickAsync();

        await Assertions.Expect(page.Locator(".turn:not(.me)").Nth(2).Locator("a.tel").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".turn.me")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_kept_and_goes_out_once_when_the_network_is_back()
    {
        var page = await house.OpenAsync();
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("#text", Question);
        await page.PressAsync("#text", "Enter");
        await Assertions.Expect(page.Locator(".turn.failed .state button")).ToBeVisibleAsync();

        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator(".turn:not(.me)").Nth(1)).ToContainTextAsync("thất nghiệp");
        await Assertions.Expect(page.Locator(".turn.me")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".turn.failed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Quick_exit_is_the_first_thing_the_tab_key_reaches_and_leaves_no_page_to_come_back_to()
    {
        var page = await house.OpenAsync();
        await page.FillAsync("#text", Question);
        await page.PressAsync("#text", "Enter");
        await Assertions.Expect(page.Locator(".turn:not(.me)").Nth(1)).ToContainTextAsync("thất nghiệp");
        // Nothing outside the loopback is asked for: the neutral page is answered here.
        await page.Context.RouteAsync(new Regex("^https:"), route => route.FulfillAsync(new RouteFulfillOptions { Body = "neutral", ContentType = "text/plain" }));
        await page.EvaluateAsync("document.activeElement.blur(); window.scrollTo(0, 0)");
        var other = await house.OpenAsync();
        await other.Keyboard.PressAsync("Tab");
        Assert.True(await other.EvaluateAsync<bool>("document.activeElement.hasAttribute('data-exit')"));

        await page.ClickAsync("[data-exit]");
        await page.WaitForURLAsync(new Regex("^https:"));

        Assert.Equal(1, await page.EvaluateAsync<int>("history.length - 1"));
        Assert.DoesNotContain(house.Program.Address.Authority, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_danger_bring_the_emergency_numbers_first()
    {
        var page = await house.OpenAsync();

        await page.FillAsync("#text", "chong em danh em, bop co em so qua");
        await page.PressAsync("#text", "Enter");

        await Assertions.Expect(page.Locator(".turn:not(.me)").Nth(1).Locator("a[href='tel:113']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_who_reads_English_gets_English()
    {
        var page = await house.OpenAsync("/?lang=en");

        await page.FillAsync("#text", "how much notice must I give before I quit");
        await page.PressAsync("#text", "Enter");

        await Assertions.Expect(page.Locator(".turn:not(.me)").Nth(1)).ToContainTextAsync("Labour Code 2019");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task The_same_message_brought_again_and_at_once_gets_the_one_answer()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var page = await house.Program.Http.GetStringAsync("/", cancellationToken);
        var conversation = Regex.Match(page, "name=\"c\" value=\"([^\"]+)\"").Groups[1].Value;

        var parts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var form = new FormUrlEncodedContent([new("c", conversation), new("m", "same"), new("text", Question)]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = form };
            request.Headers.Add("X-Part", "1");
            using var answer = await house.Program.Http.SendAsync(request, cancellationToken);
            return await answer.Content.ReadAsStringAsync(cancellationToken);
        }));

        Assert.Single(parts.Distinct());
        Assert.Contains("74/2025/QH15", parts[0], StringComparison.Ordinal);
    }
}
