using Microsoft.Playwright;
using Outreach.Staff.Accounts;

namespace Outreach.Browser;

/// <summary>A member of staff who has signed in with both factors, and the app that shows their codes.</summary>
public sealed class StaffSession
{
    private const int StepSeconds = 30;
    private readonly string _key;
    private DateTimeOffset _last;

    private StaffSession(string name, string key) => (Name, _key) = (name, key);

    public string Name { get; }

    /// <summary>What their browser keeps, for a page in which they are signed in.</summary>
    public string Cookies { get; private set; } = "";

    /// <summary>The first step of signing in.</summary>
    public static async Task GivePasswordAsync(IPage page, string name, string password = House.Password)
    {
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", password);
        await Navigation.ByAsync(page, () => page.ClickAsync("main form button"));
    }

    /// <summary>Sets the second factor up from what stands on the page, and keeps the session.</summary>
    public static async Task<StaffSession> SetUpAsync(IPage page, string name)
    {
        var key = await page.Locator("#key").TextContentAsync() ?? "";
        var session = new StaffSession(name, key.Replace(" ", "", StringComparison.Ordinal).Trim());
        await page.FillAsync("#code", session.NextCode());
        await Navigation.ByAsync(page, () => page.ClickAsync("main form button"));
        await Assertions.Expect(page.Locator("#codes")).ToBeVisibleAsync();
        session.Cookies = await page.Context.StorageStateAsync();
        return session;
    }

    /// <summary>A code that was not taken yet: each is taken once, and one of the next half minute is taken too.</summary>
    public string NextCode()
    {
        var now = TimeProvider.System.GetUtcNow();
        _last = _last == default || now > _last.AddSeconds(StepSeconds) ? now : _last.AddSeconds(StepSeconds);
        return Totp.At(_key, _last);
    }
}
