using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Bot.Host;
using Outreach.Staff.Accounts;
using Outreach.Storage;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;
using Outreach.Testing;
using Outreach.Testing.Content;
using Outreach.Testing.Postgres;
using Outreach.Testing.Programs;

namespace Outreach.Staff.Tests.House;

/// <summary>The whole composed host on free ports, with storage in memory (or over a database of the test's own) and a clock of the test's own.</summary>
internal sealed class ConsoleHouse : IAsyncDisposable
{
    /// <summary>A password that the rules take.</summary>
    public const string Password = "con trâu đen ăn cỏ ướt";

    private readonly WebApplication _app;
    private readonly string _data;
    private int _members;

    private ConsoleHouse(WebApplication app, string data, HandMovedClock clock, CapturedLogs logs)
    {
        (_app, _data, Clock, Logs) = (app, data, clock, logs);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        (Site, Console) = (addresses[0], addresses[1]);
    }

    /// <summary>The public pages.</summary>
    public Uri Site { get; }

    public Uri Console { get; }
    public HandMovedClock Clock { get; }
    public CapturedLogs Logs { get; }
    public IServiceProvider Services => _app.Services;

    /// <param name="database">Null = in memory.</param>
    public static Task<ConsoleHouse> WithPhrasesAsync(TestDatabase? database) => StartAsync(
        new SampleContent().With("vi/phrases.yml", RealPhrases("vi")).With("en/phrases.yml", RealPhrases("en")),
        database is null ? [] : ["--Storage:Provider=Postgres", "--Storage:ConnectionString=" + database.ConnectionString]);

    public static Task<ConsoleHouse> StartAsync(params string[] settings) => StartAsync(new SampleContent(), settings);

    private static string RealPhrases(string language) => File.ReadAllText(Path.Combine(OutreachProgram.Root, "content", language, "phrases.yml"));

    private static async Task<ConsoleHouse> StartAsync(SampleContent content, string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("outreach-console-").FullName;
        content.WriteTo(Path.Combine(data, "content"));
        var builder = HouseHost.Create(
        [
            "--Urls=http://127.0.0.1:0", "--Console:Urls=http://127.0.0.1:0", "--Storage:Provider=InMemory", "--Storage:Directory=" + data,
            "--Content:Path=" + Path.Combine(data, "content"), .. settings,
        ]);
        var (clock, logs) = (new HandMovedClock(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero)), new CapturedLogs());
        builder.Logging.AddProvider(logs);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
        var app = Program.Compose(builder);
        await Serving.PrepareAsync(app, TestContext.Current.CancellationToken);
        Program.Open(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ConsoleHouse(app, data, clock, logs);
    }

    /// <summary>A browser without any cookie.</summary>
    public StaffBrowser Open() => new(Console);

    /// <summary>A new member with <see cref="Password"/> and no second factor yet.</summary>
    public async Task<StaffMember> AddAsync(StaffRole role, params string[] topics)
    {
        await using var scope = Services.CreateAsyncScope();
        var name = $"{role.ToString().ToLowerInvariant()}{++_members}";
        var outcome = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AddAsync(
            new NewMember { Name = name, DisplayName = "Chị " + name, Role = role, Topics = topics }, Password, Actor.CommandLine());
        return Assert.IsType<AccountOutcome.Done>(outcome).Member;
    }

    /// <summary>A browser in which a new member of this role is signed in with both factors.</summary>
    public async Task<StaffBrowser> SignInAsync(StaffRole role, params string[] topics)
    {
        var member = await AddAsync(role, topics);
        var browser = Open();
        browser.Member = member;
        await browser.GivePasswordAsync(member.Name, Password);
        await browser.ReadAsync("/dang-nhap/thiet-lap"); // makes the key
        using var set = await browser.PostAsync("/dang-nhap/thiet-lap", ("Code", await CodeAsync(member.Id)));
        return browser;
    }

    /// <summary>What the member's app shows now. Each code is taken once: move the clock by a minute for another.</summary>
    public async Task<string> CodeAsync(Guid id)
    {
        await using var db = await OpenDbAsync();
        var member = await db.Staff.SingleAsync(s => s.Id == id);
        return Totp.At(Services.GetRequiredService<KeyRing>().OpenAuthenticatorKey(id, member.SealedAuthenticatorKey), Clock.GetUtcNow());
    }

    public Task<OutreachDb> OpenDbAsync() => Services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
