using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Keys;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Programs;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd.Broadcasts;

/// <summary>A database, its people, and any number of nodes of the real program over it, to be killed while they send.</summary>
internal sealed class BroadcastStage : IAsyncDisposable
{
    public const int Concurrency = 8;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DataFolder _folder = new DataFolder().WithSmallLibrary();
    private readonly string _connectionString;
    private readonly ServiceProvider _beside;
    private readonly List<OutreachProgram> _nodes = [];
    private readonly Dictionary<Guid, long> _chats = [];

    private BroadcastStage(string connectionString, TrapLedger ledger)
    {
        (_connectionString, Ledger) = (connectionString, ledger);

        // Without a pool: the database may have been started anew between two of our looks.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Storage(connectionString + ";Pooling=false").Select(setting => setting.Split('=', 2))
            .ToDictionary(setting => setting[0], string? (setting) => setting[1])).Build();
        _beside = new ServiceCollection().AddLogging().AddStorage(configuration).BuildServiceProvider();
    }

    public TrapLedger Ledger { get; }

    public BroadcastControl Control => _beside.GetRequiredService<BroadcastControl>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="people">Subscribers in chats 1 to that.</param>
    public static async Task<BroadcastStage> SetAsync(string connectionString, int people)
    {
        var stage = new BroadcastStage(connectionString, await TrapLedger.StartAsync());
        await stage._beside.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Verb, Cancellation);
        await stage.SubscribeAsync(people);
        return stage;
    }

    /// <summary>Starts a node and does not wait for it.</summary>
    /// <param name="connectionString">Another way to the same database; null = straight.</param>
    public OutreachProgram BeginNode(string name = "one", string? connectionString = null, params string[] settings)
    {
        var node = OutreachProgram.BeginSmall(_folder.Path, [
            .. Storage(connectionString ?? _connectionString, name), $"Content:Path={_folder.Content}",
            $"Telegram:Token={Ledger.Token}", $"Telegram:ApiBaseUrl={Ledger.AddressFor(name)}", "Telegram:MessagesPerSecond=100000",
            $"Scheduler:Concurrency={Concurrency}", "Scheduler:QuietHours=none", .. settings]);
        _nodes.Add(node);
        return node;
    }

    /// <summary>A broadcast to everyone, which the planner of any node may begin.</summary>
    public async Task<Guid> PlanAsync(bool listsDoubts = false)
    {
        var plan = new CampaignPlan
        {
            Messages = [new CampaignMessage { Texts = new Dictionary<string, MessageText> { ["vi"] = new() { Title = "Ngày pháp luật", Markdown = "Mức lương tối thiểu thay đổi." } } }],
            QuietHours = "none",
            ListsDoubts = listsDoubts,
        }.ToJson();
        var now = TimeProvider.System.GetUtcNow();
        var campaign = new Campaign { Title = "Law Day", Plan = plan, State = CampaignState.Started, CreatedAt = now, ChangedAt = now };
        var broadcast = new Broadcast { CampaignId = campaign.Id, PlannedAt = now, Plan = plan, ListsDoubts = listsDoubts };
        await using var db = await OpenDbAsync();
        db.AddRange(campaign, broadcast);
        await db.SaveChangesAsync(Cancellation);
        return broadcast.Id;
    }

    /// <summary>Begins it without a planner, before any node is there.</summary>
    public async Task<Guid> BeginAsync(bool listsDoubts = false)
    {
        var broadcast = await PlanAsync(listsDoubts);
        Assert.Equal(_chats.Count, await Control.PlanAsync(broadcast, new AudienceFilter(), ["telegram"], 0, Cancellation));
        return broadcast;
    }

    public Task<BroadcastCounts> CountAsync(Guid broadcast) => Control.CountAsync(broadcast, Cancellation);

    /// <summary>Chats of whom nobody wrote down what became of their message, once the database has noticed that the nodes are gone.</summary>
    public async Task<IReadOnlySet<long>> LeftSendingAsync(Guid broadcast)
    {
        await UntilAsync(async () => await CountOthersAsync() == 0, "the database did not notice the kill");
        return await ChatsAsync(broadcast, row => row.State == DeliveryState.Sending);
    }

    /// <summary>The list of doubts.</summary>
    public Task<IReadOnlySet<long>> DoubtedAsync(Guid broadcast) => ChatsAsync(broadcast, row => row.DoubtedAt != null);

    public Task WhenDoneAsync(Guid broadcast) => WhenAsync(broadcast, BroadcastState.Done);

    public Task WhenAsync(Guid broadcast, BroadcastState state) => UntilAsync(async () =>
    {
        await using var db = await OpenDbAsync();
        return await db.Broadcasts.AnyAsync(b => b.Id == broadcast && b.State == state, Cancellation);
    }, $"the broadcast was not {state}");

    /// <summary>Runs a verb beside the nodes.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => OutreachProgram.RunAsync(
        _folder.Path, [.. arguments, .. Storage(_connectionString).Select(setting => "--" + setting), $"--Content:Path={_folder.Content}"]);

    public async Task<Guid> CampaignOfAsync(Guid broadcast)
    {
        await using var db = await OpenDbAsync();
        return (await db.Broadcasts.SingleAsync(b => b.Id == broadcast, Cancellation)).CampaignId;
    }

    public static async Task UntilAsync(Func<Task<bool>> isSo, string otherwise)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, otherwise);
            await Task.Delay(Look, TimeProvider.System, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Ledger.Release();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _beside.DisposeAsync();
        await Ledger.DisposeAsync();
        _folder.Dispose();
    }

    private string[] Storage(string connectionString, string name = "beside") =>
    [
        "Storage:Provider=Postgres", $"Storage:ConnectionString={connectionString}",
        $"Storage:Directory={Path.Combine(_folder.Path, name)}", $"Storage:KeyDirectory={Path.Combine(_folder.Path, "keys")}",
    ];

    private Task<OutreachDb> OpenDbAsync() => _beside.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Cancellation);

    private async Task SubscribeAsync(int people)
    {
        var keys = _beside.GetRequiredService<KeyRing>();
        await using var db = await OpenDbAsync();
        for (var chat = 1; chat <= people; chat++)
        {
            var person = new Subscriber { Channel = "telegram", LookupKey = keys.ConversationKey("telegram", $"{chat}") };
            person.Consent(keys.SealAddress(Subscriber.Table, person.Id, $"{chat}"), "test", DateTimeOffset.UnixEpoch);
            db.Subscribers.Add(person);
            _chats[person.Id] = chat;
        }

        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<IReadOnlySet<long>> ChatsAsync(Guid broadcast, System.Linq.Expressions.Expression<Func<Delivery, bool>> which)
    {
        await using var db = await OpenDbAsync();
        var people = await db.Deliveries.Where(row => row.BroadcastId == broadcast).Where(which).Select(row => row.SubscriberId).ToListAsync(Cancellation);
        return people.Select(id => _chats[id]).ToHashSet();
    }

    /// <summary>Connections of nodes.</summary>
    private async Task<long> CountOthersAsync()
    {
        await using var command = _beside.GetRequiredService<StorageStartup>().Source.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'outreach serve'");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
