using Microsoft.Playwright;
using Outreach.Testing.Programs;

namespace Outreach.Browser;

/// <summary>The real program on the real content, with a phone-sized browser in front of it.</summary>
public sealed class PhoneSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-browser-").FullName;

    public Chromium Chromium { get; } = new();
    public OutreachProgram Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Chromium.InitializeAsync();
        Program = await OutreachProgram.ServeAsync(_folder, null, "Storage:Provider=InMemory");
    }

    /// <summary>A page as a cheap phone shows it: 360 by 640.</summary>
    public async Task<IPage> OpenAsync(string path = "/", bool script = true, bool dark = false)
    {
        var context = await Chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Program.Address.ToString(),
            ViewportSize = new ViewportSize { Width = 360, Height = 640 },
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "vi-VN",
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Chromium.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
