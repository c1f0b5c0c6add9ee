using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Channels.Telegram;
using Outreach.Content;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Keys;
using Outreach.Storage.Subscribers;
using Outreach.Testing;
using Outreach.Testing.Content;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Scheduler.Tests.Delivery;

/// <summary>A node of the sender's role as the program hosts it: PostgreSQL, and the Bot API at the wire.</summary>
internal sealed class SenderHost : IAsyncDisposable
{
    public const string Text = "Từ 1/1 mức lương tối thiểu thay đổi.";

    private readonly IHost _host;

    private SenderHost(IHost host) => _host = host;

    public string ConnectionString => Get<IConfiguration>()["Storage:ConnectionString"]!;

    public CapturedLogs Logs => Get<CapturedLogs>();

    public BroadcastControl Control => Get<BroadcastControl>();

    public DeliveryStore Store => Get<DeliveryStore>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="folder">Of the keys and the content; nodes over one database share it.</param>
    public static async Task<SenderHost> StartAsync(
        TestDatabase database, string folder, BroadcastLedger ledger, int concurrency = 8, int perSecond = 100_000, TimeProvider? time = null, bool start = true)
    {
        var content = Path.Combine(folder, "content");
        if (!Directory.Exists(content))
        {
            new SampleContent().WriteTo(content);
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(database.Settings(folder)).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Content:Path"] = content,
            ["Telegram:Token"] = ledger.Token,
            ["Telegram:ApiBaseUrl"] = ledger.BaseUrl,
            ["Telegram:MessagesPerSecond"] = $"{perSecond}",
            ["Scheduler:Concurrency"] = $"{concurrency}",
        });
        var logs = new CapturedLogs();
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddProvider(logs);
        builder.Services.AddSingleton(logs).AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddContent();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddLeases(builder.Configuration, NodeRoles.Sender);
        builder.Services.AddTelegram(builder.Configuration, receive: false);
        builder.Services.AddScheduler(builder.Configuration, NodeRoles.Sender);
        var host = new SenderHost(builder.Build());
        await host.Get<StorageStartup>().PrepareAsync(StorageUse.Verb, Cancel);
        if (start)
        {
            await host._host.StartAsync(Cancel);
        }

        return host;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Task<OutreachDb> OpenDbAsync() => Get<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Cancel);

    public Task StopAsync() => _host.StopAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    /// <summary>People in chats 1 to <paramref name="count"/>.</summary>
    public async Task SubscribeAsync(int count)
    {
        var keys = Get<KeyRing>();
        await using var db = await OpenDbAsync();
        for (var chat = 1; chat <= count; chat++)
        {
            var person = new Subscriber { Channel = "telegram", LookupKey = keys.ConversationKey("telegram", $"{chat}") };
            person.Consent(keys.SealAddress(Subscriber.Table, person.Id, $"{chat}"), "test", DateTimeOffset.UnixEpoch);
            db.Subscribers.Add(person);
        }

        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>A broadcast to all of them, begun.</summary>
    public async Task<Guid> BroadcastAsync(bool listsDoubts = false, string text = Text)
    {
        var plan = new CampaignPlan
        {
            Messages = [new CampaignMessage { Texts = new Dictionary<string, MessageText> { ["vi"] = new() { Title = "Ngày pháp luật", Markdown = text } }, Buttons = ["bhtn-dieu-kien"] }],
        };
        var campaign = new Campaign { Title = "Law Day", Plan = plan.ToJson(), CreatedAt = DateTimeOffset.UnixEpoch, ChangedAt = DateTimeOffset.UnixEpoch };
        var broadcast = new Broadcast { CampaignId = campaign.Id, PlannedAt = DateTimeOffset.UnixEpoch, Plan = plan.ToJson(), ListsDoubts = listsDoubts };
        await using var db = await OpenDbAsync();
        db.AddRange(campaign, broadcast);
        await db.SaveChangesAsync(Cancel);
        Assert.NotNull(await Control.PlanAsync(broadcast.Id, new AudienceFilter(), ["telegram"], 0, Cancel));
        Get<SenderBell>().Ring();
        return broadcast.Id;
    }

    public async Task<Broadcast> FindAsync(Guid id)
    {
        await using var db = await OpenDbAsync();
        return await db.Broadcasts.AsNoTracking().SingleAsync(b => b.Id == id, Cancel);
    }

    public async Task<IReadOnlyList<Storage.Campaigns.Delivery>> DeliveriesAsync(Guid id)
    {
        await using var db = await OpenDbAsync();
        return await db.Deliveries.AsNoTracking().Where(d => d.BroadcastId == id).ToListAsync(Cancel);
    }

    public Task<Broadcast> WhenAsync(Guid id, BroadcastState state) => UntilAsync(() => FindAsync(id), broadcast => broadcast.State == state);

    public Task<BroadcastCounts> WhenCountsAsync(Guid id, Func<BroadcastCounts, bool> condition) => UntilAsync(() => Control.CountAsync(id, Cancel), condition);

    private static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var now = await read();
            if (condition(now))
            {
                return now;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, patience.Token);
        }
    }
}
