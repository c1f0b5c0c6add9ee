using Microsoft.Playwright;
using Outreach.Testing.Tricks;

namespace Outreach.Browser;

/// <summary>Hundreds of texts that would run or load something if a page took them for more than letters, by each way in and on each page that shows them.</summary>
public sealed class TricksTests(House house) : BrowserTests
{
    /// <summary>What one request takes.</summary>
    private const int MaxRequestChars = 3_400;

    private readonly CancellationToken _limit = new CancellationTokenSource(TimeSpan.FromSeconds(180)).Token;

    [Fact]
    public void There_are_more_than_seven_hundred_and_no_two_are_the_same()
    {
        Assert.True(TrickTexts.Markup.Count >= 500);
        Assert.True(TrickTexts.Markdown.Count >= 200);
        Assert.Equal(TrickTexts.All.Count(), TrickTexts.All.Distinct().Count());
    }

    [Theory]
    [InlineData("<script>top.x=1</script>", "x was set")]
    [InlineData("<img src=x onerror=alert(1)>", "dialog: alert")]
    [InlineData("<svg onload=print()>", "print")]
    [InlineData("<script src=//evil.example/x.js></script>", "asked for http://evil.example/x.js")]
    [InlineData("<img src=/khong-co.png>", "asked for ")]
    [InlineData("<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><script>top.x=1</script>", "refused: script-src")]
    public async Task The_watch_rings_where_a_page_does_take_them(string trick, string rings)
    {
        var page = await house.OpenAsync("/duong-day-nong");
        var watch = await Watch.OverAsync(page, IsOurs);
        await page.RouteAsync("**/ho", route => route.FulfillAsync(new RouteFulfillOptions { Body = "<!doctype html><title>x</title>" + trick, ContentType = "text/html" }));

        await page.GotoAsync("/ho");

        await Wait.UntilAsync(() => watch.Rung.Any(rung => rung.Contains(rings, StringComparison.Ordinal)), _limit);
    }

    [Fact]
    public async Task Written_on_the_page_they_are_letters_to_their_writer_and_to_the_counsellor()
    {
        var page = await house.OpenAsync("/tro-giup");
        var watch = await Watch.OverAsync(page, IsOurs);
        var worker = new Worker(page);
        var batches = Batches(MaxRequestChars).ToList();
        foreach (var batch in batches)
        {
            await page.GotoAsync("/tro-giup");
            await worker.PressAsync("g:no:danger");
            await worker.AgreeAsync();
            await worker.PressAsync("g:topic:bhyt");
            await page.FillAsync("#text", batch);
            await worker.PressAsync("g:done");
            if (await page.Locator("button[value='g:asis']").CountAsync() > 0)
            {
                await AreLettersAsync(page, "main mark", watch, "review");
                await worker.PressAsync("g:asis");
            }

            await AreLettersAsync(page, "blockquote.theirs", watch, "confirm");
            await worker.ReadCodeAsync();
            await worker.SendAsync();
        }

        await worker.OpenAsync();
        await AreLettersAsync(page, ".log .theirs", watch, "opened by its code");
        await ReadAllAsync("/yeu-cau/chua-nhan?chu-de=bhyt", batches);
    }

    [Fact]
    public async Task Written_in_Telegram_they_are_letters_in_the_chat_and_to_the_counsellor()
    {
        var batches = Batches(MaxRequestChars).ToList();
        // The fake refuses markup that Telegram's server would refuse, and then nothing comes. One chat a batch, all at once: the bot
        // writes to a chat once a second.
        await Task.WhenAll(batches.Select(batch => new TelegramWorker(house.NewChat(), _limit).AskAsync("Chuyện của em:\n" + batch, "Nhà trọ, vay, đi làm xa, an toàn")));

        await ReadAllAsync("/yeu-cau/chua-nhan?chu-de=doi-song", batches);
    }

    [Fact]
    public async Task Written_by_a_counsellor_they_are_letters_in_preview_note_and_reply()
    {
        var worker = new Worker(await house.OpenAsync("/tro-giup"));
        await worker.WriteAsync("Em muốn hỏi về bảo hộ lao động.", "an-toan");
        await worker.SendAsync();
        var page = await house.OpenConsoleAsync(await house.ManagerAsync(), "/yeu-cau/chua-nhan?chu-de=an-toan");
        var watch = await Watch.OverAsync(page, IsOurs);
        var desk = new Counsellor(page);
        await desk.FindAsync("Em muốn hỏi về bảo hộ lao động.");
        foreach (var batch in Batches(MaxRequestChars))
        {
            await page.Locator("#note > summary").ClickAsync();
            await page.FillAsync("#note-text", batch);
            await desk.PressAsync("Note");
            await page.FillAsync("#reply-text", batch);
            await Navigation.ByAsync(page, () => page.ClickAsync("#composer button[value=preview]"));
            await AreLettersAsync(page, "#composer .preview .inert", watch, "preview");
            await Navigation.ByAsync(page, () => page.ClickAsync("#composer button[value=edit]"));
            await page.FillAsync("#reply-text", "");
        }

        var last = Batches(MaxRequestChars).First();
        await page.FillAsync("#reply-text", last);
        await Navigation.ByAsync(page, () => page.ClickAsync("#composer button[value=send]"));
        if (await page.Locator("#composer .preview").CountAsync() > 0)
        {
            await Navigation.ByAsync(page, () => page.ClickAsync("#composer button[value=send]"));
        }

        await AreLettersAsync(page, "#words .inert", watch, "note and reply");
        await desk.UntilAsync("Người gửi đọc được khi mở bằng mã");
        watch = await Watch.OverAsync(worker.Page, IsOurs);
        await worker.OpenAsync();
        await AreLettersAsync(worker.Page, ".log .theirs", watch, "the worker's page");
    }

    [Fact]
    public async Task Asked_in_the_chat_and_in_the_search_they_are_letters()
    {
        var page = await house.OpenAsync();
        var watch = await Watch.OverAsync(page, IsOurs);
        foreach (var batch in Batches(3_900))
        {
            await page.GotoAsync("/");
            await page.FillAsync("#text", batch);
            await page.PressAsync("#text", "Enter");
            await Assertions.Expect(page.Locator(".turn:not(.me)").Nth(1)).ToBeVisibleAsync();
            await AreLettersAsync(page, ".turn.me .say", watch, "chat", ours: "span.sr");
        }

        await page.GotoAsync("/hoi-dap");
        await page.FillAsync("#q", TrickTexts.Markup[0]);
        await Assertions.Expect(page.Locator("#found > *").First).ToBeVisibleAsync();
        watch.HasSeenNothing("search while typing");
    }

    [Fact]
    public async Task Standing_in_addresses_they_are_letters_on_lists_searches_titles_and_error_pages()
    {
        var site = await house.OpenAsync("/duong-day-nong");
        var console = await house.OpenConsoleAsync(await house.ManagerAsync(), "/luu-giu");
        var (public_, staff) = (await Watch.OverAsync(site, IsOurs), await Watch.OverAsync(console, IsOurs));
        foreach (var batch in Batches(1_800).Select(Uri.EscapeDataString))
        {
            foreach (var path in new[] { "/hoi-dap?q=", "/khong-co?x=", "/hoi-dap/" })
            {
                await site.GotoAsync(path + batch);
                public_.HasSeenNothing(path);
            }

            foreach (var path in new[] { "/yeu-cau/chua-nhan?ten=", "/yeu-cau/chua-nhan?sau=1&chu-de=", "/yeu-cau/chua-nhan/", "/khong-co/" })
            {
                await console.GotoAsync(path + batch);
                staff.HasSeenNothing(path);
            }
        }
    }

    [Fact]
    public async Task Given_as_the_name_of_a_member_they_are_letters_in_lists_titles_and_the_sign_in()
    {
        var page = await house.OpenConsoleAsync(await house.AdminAsync(), "/nhan-su/moi");
        var watch = await Watch.OverAsync(page, IsOurs);
        var number = 0;
        foreach (var trick in TrickTexts.Markup.Where(t => t.Length <= 60 && !t.Any(char.IsControl)).Where((_, i) => i % 60 == 0))
        {
            await page.GotoAsync("/nhan-su/moi");
            await page.FillAsync("#display", trick);
            await page.FillAsync("#name", $"thu.{++number}");
            await page.Locator("input[name=Role]").First.CheckAsync();
            await Navigation.ByAsync(page, () => page.ClickAsync("main form button"));
            watch.HasSeenNothing("added");
        }

        await page.GotoAsync("/nhan-su");
        Assert.True(await page.Locator("tbody tr").CountAsync() >= number);
        foreach (var path in await page.Locator("tbody a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
        {
            await page.GotoAsync(path);
            watch.HasSeenNothing("the member's page");
        }

        var entrance = await house.OpenConsoleAsync(null, "/dang-nhap");
        watch = await Watch.OverAsync(entrance, IsOurs);
        await StaffSession.GivePasswordAsync(entrance, Batches(1_800).First());
        watch.HasSeenNothing("sign-in");
    }

    /// <summary>Without the sign that no form and no address can carry: with it the whole of it is refused.</summary>
    private static IEnumerable<string> Batches(int maxChars) => TrickTexts.Batches(maxChars).Select(batch => batch.Replace("\0", "", StringComparison.Ordinal));

    /// <summary>Every case of a folder, opened by a counsellor: what was written stands there, and it is letters.</summary>
    private async Task ReadAllAsync(string folder, List<string> batches)
    {
        var page = await house.OpenConsoleAsync(await house.ManagerAsync(), folder);
        var watch = await Watch.OverAsync(page, IsOurs);
        await page.ReloadAsync();
        watch.HasSeenNothing("list");
        var paths = await new Counsellor(page).PathsAsync();
        Assert.Equal(batches.Count, paths.Count);
        var shown = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await AreLettersAsync(page, "#words .inert", watch, "case");
            shown.Add(await page.Locator("#words .inert").First.TextContentAsync() ?? "");
        }

        var all = string.Join('\n', shown);
        Assert.All(TrickTexts.All.Where(t => t.All(c => c is >= ' ' and < '\u007f')), trick => Assert.Contains(trick, all, StringComparison.Ordinal));
    }

    /// <summary>What holds the texts holds no element but our own, and the watch has seen nothing.</summary>
    private static async Task AreLettersAsync(IPage page, string selector, Watch watch, string where, string ours = "span.odd-sign")
    {
        Assert.True(await page.Locator(selector).CountAsync() > 0, where);
        Assert.Empty(await page.Locator(selector).EvaluateAllAsync<string[]>(
            "(holders, ours) => holders.flatMap(holder => [...holder.querySelectorAll('*')].filter(e => !e.matches(ours)).map(e => e.outerHTML))", ours));
        watch.HasSeenNothing(where);
    }

    private bool IsOurs(Uri url) =>
        (url.Authority == house.Program.Address.Authority || url.Authority == house.Program.Console.Authority)
        && (url.AbsolutePath.StartsWith("/a/", StringComparison.Ordinal)
            || url.AbsolutePath is "/" or "/hoi-dap/tim"
            || url.Query.Contains("handler=Live", StringComparison.Ordinal));
}
