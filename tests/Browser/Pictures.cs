using Microsoft.Playwright;

namespace Outreach.Browser;

/// <summary>Pictures of pages, for people to look at: only where <c>OUTREACH_PICTURES</c> names a folder.</summary>
internal static class Pictures
{
    public static async Task TakeAsync(IPage page, string what)
    {
        if (Environment.GetEnvironmentVariable("OUTREACH_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Join('-', what.Split([' ', '/', '='])) + ".png"), FullPage = true });
        }
    }
}
