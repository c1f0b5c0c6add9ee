using System.Collections.Concurrent;
using Microsoft.Playwright;
using Outreach.Browser;
using Outreach.Testing.Programs;
using Outreach.Testing.Telegram;

[assembly: AssemblyFixture(typeof(House))]

namespace Outreach.Browser;

/// <summary>
/// The real program on the real content, its own PostgreSQL behind it, Telegram's server played at the wire, and one Chromium
/// in front: for all tests of a run. Each test opens pages, chats and requests of its own.
/// </summary>
public sealed class House : IAsyncLifetime
{
    /// <summary>A password that the rules take.</summary>
    public const string Password = "con trâu đen ăn cỏ ướt";

    /// <summary>A browser that opens no tab says so by nothing at all.</summary>
    private static readonly TimeSpan TabLimit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-browser-").FullName;
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = new();
    private int _chats;
    private readonly Lazy<Task<(StaffSession Admin, StaffSession Manager)>> _staff;
    private readonly Lazy<Task<StaffSession>> _campaigner;

    public House()
    {
        _staff = new(MakeStaffAsync);
        _campaigner = new(MakeCampaignerAsync);
    }

    public Chromium Chromium { get; } = new();
    public FakeBotApi Telegram { get; private set; } = null!;
    public OutreachProgram Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // As root the private cluster runs as somebody else, who must be able to get here.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        }

        Telegram = await FakeBotApi.StartAsync();
        var chromium = Chromium.InitializeAsync();
        Program = await OutreachProgram.ServeAsync(
            _folder, null, "Storage:Provider=Local", $"Telegram:Token={Telegram.Token}", $"Telegram:ApiBaseUrl={Telegram.BaseUrl}", "Telegram:MessagesPerSecond=1000");
        await chromium;
    }

    /// <summary>The admin whose account was made from the link that the program leaves at its first start.</summary>
    public async Task<StaffSession> AdminAsync() => (await _staff.Value).Admin;

    /// <summary>A manager, signed in: sees every case.</summary>
    public async Task<StaffSession> ManagerAsync() => (await _staff.Value).Manager;

    /// <summary>A campaigner, signed in: writes campaigns.</summary>
    public Task<StaffSession> CampaignerAsync() => _campaigner.Value;

    /// <summary>Imports a list of subscribers beside the running service.</summary>
    public async Task ImportAsync(string csv)
    {
        var file = Path.Combine(_folder, "list.csv");
        await File.WriteAllTextAsync(file, csv);
        var (exit, _, errors) = await OutreachProgram.RunAsync(_folder, "subscribers", "import", file, "--Storage:Provider=Local");
        Assert.True(exit == 0, errors);
    }

    /// <summary>Closes what the test that runs here has opened.</summary>
    public static async Task CloseAsync()
    {
        if (Opened.TryRemove(ThisTest, out var contexts))
        {
            await Task.WhenAll(contexts.Select(context => context.CloseAsync())).WaitAsync(TabLimit);
        }
    }

    /// <summary>A chat of somebody new.</summary>
    public FakeChat NewChat() => Telegram.Chat(1_000_000_000 + Interlocked.Increment(ref _chats));

    /// <summary>An account from the command line, without a second factor yet.</summary>
    public async Task AddStaffAsync(string name, string role)
    {
        await _staff.Value; // the link for the first account is gone once there is another
        await AddAsync(name, role);
    }

    /// <summary>A page as a cheap phone shows it: 360 by 640.</summary>
    public Task<IPage> OpenAsync(string path = "/", bool script = true, bool dark = false) => OpenAsync(Program.Address, path, 360, 640, script, dark, null);

    /// <summary>A page of the console as a small laptop shows it.</summary>
    /// <param name="who">Null: nobody is signed in.</param>
    public Task<IPage> OpenConsoleAsync(StaffSession? who, string path, bool dark = false, int width = 1280, int height = 800, bool script = true) =>
        OpenAsync(Program.Console, path, width, height, script, dark, who?.Cookies);

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Telegram.DisposeAsync();
        await Chromium.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string ThisTest => TestContext.Current.Test?.UniqueID ?? "";

    private async Task<IPage> OpenAsync(Uri site, string path, int width, int height, bool script, bool dark, string? cookies)
    {
        var context = await Chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce, // a colour half way to another has no contrast to speak of
            Locale = "vi-VN",
            StorageState = cookies,
        }).WaitAsync(TabLimit);
        Opened.GetOrAdd(ThisTest, _ => []).Add(context);
        context.SetDefaultTimeout(20_000); // a busy machine is no fault of a page
        var page = await context.NewPageAsync().WaitAsync(TabLimit);
        await page.GotoAsync(path);
        return page;
    }

    private async Task<(StaffSession Admin, StaffSession Manager)> MakeStaffAsync()
    {
        var link = (await File.ReadAllTextAsync(Path.Combine(_folder, "data", "first-account"))).Trim();
        var page = await OpenConsoleAsync(null, new Uri(link).PathAndQuery);
        await page.FillAsync("#name", "quan.tri");
        await page.FillAsync("#display", "Anh Quân");
        await page.FillAsync("#new", Password);
        await page.FillAsync("#again", Password);
        await Navigation.ByAsync(page, () => page.ClickAsync("main form button"));
        var admin = await StaffSession.SetUpAsync(page, "quan.tri");

        await AddAsync("chi.lan", "manager");
        page = await OpenConsoleAsync(null, "/dang-nhap");
        await StaffSession.GivePasswordAsync(page, "chi.lan");
        return (admin, await StaffSession.SetUpAsync(page, "chi.lan"));
    }

    private async Task<StaffSession> MakeCampaignerAsync()
    {
        await AddStaffAsync("anh.tuyen", "campaigner");
        var page = await OpenConsoleAsync(null, "/dang-nhap");
        await StaffSession.GivePasswordAsync(page, "anh.tuyen");
        return await StaffSession.SetUpAsync(page, "anh.tuyen");
    }

    private async Task AddAsync(string name, string role)
    {
        var (exit, _, errors) = await OutreachProgram.RunWithInputAsync(
            _folder, Password + "\n", "staff", "add", name, "--role", role, "--password-stdin", "--Storage:Provider=Local");
        Assert.True(exit == 0, errors);
    }
}
