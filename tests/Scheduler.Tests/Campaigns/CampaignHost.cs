using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Jobs;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Content;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Campaigns;

/// <summary>Desk and planner as a node has them, over a database and a content folder of the test's own.</summary>
internal sealed class CampaignHost : IAsyncDisposable
{
    public const string ContentId = "thang-11";

    private readonly string _folder;
    private readonly ServiceProvider _services;

    private CampaignHost(string folder, ServiceProvider services) => (_folder, _services) = (folder, services);

    public string KeyDirectory => Path.Combine(_folder, "keys");
    public CampaignDesk Desk => Get<CampaignDesk>();
    public BroadcastDesk Broadcasts => Get<BroadcastDesk>();
    public CampaignShelf Shelf => Get<CampaignShelf>();
    public BroadcastPlanner Planner => Get<BroadcastPlanner>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CampaignHost> OpenAsync(TestDatabase? database, TimeProvider clock, params (string Key, string Value)[] settings)
    {
        var folder = Path.Combine(Path.GetTempPath(), "outreach-campaigns-" + Guid.NewGuid().ToString("N")[..12]);
        var content = Path.Combine(folder, "content");
        SomeContent().WriteTo(content);
        var given = database?.Settings(folder) ?? new Dictionary<string, string?> { ["Storage:Provider"] = "InMemory" };
        foreach (var (key, value) in settings)
        {
            given[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(given).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(new ContentStore(
            Options.Create(new ContentOptions { Path = content, Organisation = "Công đoàn mẫu", TimeZone = "Asia/Ho_Chi_Minh" }), clock, NullLogger<ContentStore>.Instance));
        services.AddStorage(configuration);
        services.AddScheduler(configuration, NodeRoles.Console);
        services.AddPlanner();
        var host = new CampaignHost(folder, services.BuildServiceProvider());
        await host.Get<StorageStartup>().PrepareAsync(StorageUse.Verb, Token);
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<OutreachDb> OpenDbAsync() => Get<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Token);

    public async Task<CampaignActor> StaffAsync(string name, StaffRole role = StaffRole.Campaigner, bool disabled = false)
    {
        await using var db = await OpenDbAsync();
        var member = new StaffMember
        {
            Name = name,
            NormalizedName = name.ToUpperInvariant(),
            DisplayName = name,
            Role = role,
            Disabled = disabled,
            CreatedOn = new DateOnly(2026, 11, 1),
        };
        db.Staff.Add(member);
        await db.SaveChangesAsync(Token);
        return CampaignActor.Member(member.Id);
    }

    /// <summary>People on Telegram who opted in.</summary>
    public async Task SubscribeAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Get<ISubscriberStore>().SubscribeAsync("telegram", $"{1000 + number}", new SubscriberProfile { Language = "vi" }, "v1", Get<TimeProvider>().GetUtcNow(), Token);
        }
    }

    /// <summary>A campaign of a plan, approved by a second person.</summary>
    public async Task<Guid> ApprovedAsync(CampaignPlan plan)
    {
        var (author, other) = (await StaffAsync("an" + Guid.NewGuid().ToString("N")[..6]), await StaffAsync("binh" + Guid.NewGuid().ToString("N")[..6]));
        var id = Assert.IsType<DeskOutcome.Done>(await Desk.CreateAsync("Ngày Pháp luật", plan, null, author, Token)).CampaignId;
        Assert.IsType<DeskOutcome.Done>(await Desk.SubmitAsync(id, null, author, Token));
        Assert.IsType<DeskOutcome.Done>(await Desk.ApproveAsync(id, null, other, Token));
        return id;
    }

    public async Task<Guid> StartedAsync(CampaignPlan plan)
    {
        var id = await ApprovedAsync(plan);
        Assert.IsType<DeskOutcome.Done>(await Desk.StartAsync(id, CampaignActor.CommandLine(null), Token));
        return id;
    }

    public async Task<IReadOnlyList<Broadcast>> BroadcastsOfAsync(Guid campaignId) => (await Shelf.ShowAsync(campaignId, Token))!.Broadcasts;

    public static CampaignMessage Message(string markdown = "Chào bạn, lương tối thiểu là {{luong-toi-thieu-vung-1}}.") => new()
    {
        Texts = new Dictionary<string, MessageText>
        {
            ["vi"] = new() { Title = "Ngày Pháp luật", Markdown = markdown },
            ["en"] = new() { Title = "Law Day", Markdown = "Know your rights." },
        },
        Buttons = ["bhtn-dieu-kien"],
    };

    public static CampaignPlan Plan(Scheduler.Planning.Recurrence? when = null) => new() { Messages = [Message()], When = when };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static SampleContent SomeContent() => new SampleContent()
        .With($"vi/campaigns/{ContentId}.md", CampaignText("Ngày Pháp luật", "Chào bạn! Hôm nay là Ngày Pháp luật."))
        .With($"en/campaigns/{ContentId}.md", CampaignText("Law Day", "Hello! Today is Law Day."));

    private static string CampaignText(string title, string body) =>
        $"""
        ---
        id: {ContentId}
        month: 11
        title: {title}
        buttons: [bhtn-dieu-kien, bhtn-muc-huong]
        quiz:
          question: Bao lâu?
          choices: [Một, Hai]
          right: 2
          explanation: Hai.
        reviewed: 2026-11-20
        review_by: 2027-05-20
        ---
        {body}
        """;
}
