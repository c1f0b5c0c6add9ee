using Microsoft.Playwright;

namespace Outreach.Browser;

/// <summary>A counsellor at the inbox, with script or without.</summary>
internal sealed class Counsellor(IPage page)
{
    /// <summary>Opens the cases of the folder, one after the other, until one tells this story.</summary>
    public async Task FindAsync(string story)
    {
        foreach (var path in await PathsAsync())
        {
            await page.GotoAsync(path);
            if (await page.Locator("#words", new() { HasText = story }).CountAsync() > 0)
            {
                return;
            }
        }

        Assert.Fail("No case in this folder tells the story.");
    }

    /// <summary>The addresses of all cases of the folder.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync()
    {
        var paths = new List<string>();
        for (string? next = page.Url; next is not null; next = await page.Locator("a[rel=next]").CountAsync() > 0 ? await page.Locator("a[rel=next]").GetAttributeAsync("href") : null)
        {
            await page.GotoAsync(next);
            paths.AddRange(await page.Locator(".case-line").EvaluateAllAsync<string[]>("lines => lines.map(line => line.getAttribute('href').split('?')[0])"));
        }

        return paths;
    }

    /// <param name="handler">The form's, as <c>Claim</c>.</param>
    public Task PressAsync(string handler) =>
        Navigation.ByAsync(page, () => page.Locator($"#sheet form[action$='handler={handler}'] button").ClickAsync());

    /// <summary>Writes and sends; the reply can still be taken back.</summary>
    public async Task ReplyAsync(string text)
    {
        await page.FillAsync("#reply-text", text);
        await Navigation.ByAsync(page, () => page.ClickAsync("#composer button[value=send]"));
        await Assertions.Expect(page.Locator("#words .held")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#words")).ToContainTextAsync(text);
    }

    /// <summary>Until the exchange shows this: by itself where the page has script, else by opening it again.</summary>
    public async Task UntilAsync(string words)
    {
        if (await page.EvaluateAsync<bool>("document.documentElement.classList.contains('has-script')"))
        {
            await Assertions.Expect(page.Locator("#words")).ToContainTextAsync(words, new() { Timeout = 40_000 });
            return;
        }

        var limit = TimeProvider.System.GetUtcNow().AddSeconds(40);
        do
        {
            await page.GotoAsync(page.Url.Split('?')[0]);
        }
        while (await page.Locator("#words", new() { HasText = words }).CountAsync() == 0 && TimeProvider.System.GetUtcNow() < limit);
        await Assertions.Expect(page.Locator("#words")).ToContainTextAsync(words);
    }

    public async Task CloseAsync(string outcome)
    {
        await page.Locator("#close > summary").ClickAsync();
        await page.CheckAsync($"#o-{outcome}");
        await Navigation.ByAsync(page, () => page.ClickAsync("#close form button"));
        await Assertions.Expect(page.Locator("#sheet .alert-success")).ToContainTextAsync("Đã khép");
    }
}
