using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outreach.Bot.Help;
using Outreach.Bot.Host;
using Outreach.Bot.Turns;
using Outreach.Cases;
using Outreach.Channels;
using Outreach.Content.Blocks;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.Keys;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;
using Outreach.Testing;

namespace Outreach.Bot.Tests.Turns;

/// <summary>A whole bot but for its channels' wires: real storage in memory, a small library, a clock moved by hand. A turn reads as a script.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _channel;
    private int _updates;

    private TestBot(ServiceProvider services, string channel) => (_services, _channel) = (services, channel);

    public HandMovedClock Clock => (HandMovedClock)_services.GetRequiredService<TimeProvider>();
    public ScriptedSender Sender => _services.GetRequiredService<ScriptedSender>();
    public WatchedStore Store => (WatchedStore)_services.GetRequiredService<ITurnStore>();
    public ISubscriberStore Subscribers => _services.GetRequiredService<ISubscriberStore>();
    public TurnPipeline Pipeline => _services.GetRequiredService<TurnPipeline>();
    public KeyRing Keys => _services.GetRequiredService<KeyRing>();
    public LinesKept Logs => _services.GetRequiredService<LinesKept>();

    public IServiceProvider Services => _services;

    public HelpDrafts Drafts => _services.GetRequiredService<HelpDrafts>();

    /// <summary>The chat of whoever writes next.</summary>
    public string Chat { get; set; } = "4711";

    public bool InGroup { get; set; }

    public string? LanguageHint { get; set; }

    public TurnReceipt LastReceipt { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestBot> StartAsync(string channel = "telegram", params (string Path, string Text)[] changes)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Provider", "InMemory")]).Build();
        var logs = new LinesKept();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(new HandMovedClock());
        services.AddSingleton(logs);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddStorage(configuration);
        services.AddSingleton(Options.Create(new OrganisationOptions { Name = "Công đoàn Khu Bắc" }));
        services.AddSingleton(provider => SmallLibrary.Serve(provider, changes));
        services.AddSingleton(new ScriptedSender(channel));
        services.AddSingleton<IChannelSender>(provider => provider.GetRequiredService<ScriptedSender>());
        services.AddTellsOfDanger();
        services.AddCases(NodeRoles.All);
        // No host runs here, and no bell is rung by the clock on the wall.
        foreach (var bell in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace == "Quartz").ToList())
        {
            services.Remove(bell);
        }

        services.AddReplyCarrier(configuration, NodeRoles.All);
        services.AddTurns();
        services.AddCampaigns(configuration);
        services.AddOversight(NodeRoles.All);
        var real = services.Last(service => service.ServiceType == typeof(ITurnStore)).ImplementationFactory!;
        services.AddSingleton<ITurnStore>(provider => new WatchedStore((ITurnStore)real(provider)));
        var built = services.BuildServiceProvider();
        await built.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Verb, Stop);
        foreach (var service in built.GetServices<IHostedService>().Where(service => service.GetType().Namespace!.StartsWith("Outreach.Cases", StringComparison.Ordinal)))
        {
            await service.StartAsync(Stop);
        }

        return new TestBot(built, channel);
    }

    /// <summary>Types a text, waits for the reply, and gives all that came of it, joined.</summary>
    public Task<Heard> SendAsync(string text) => HandInAsync(ActivityKind.Text, text);

    public Task<Heard> PressAsync(string value) => HandInAsync(ActivityKind.Button, value);

    public Task<Heard> StartAsync(string? payload, bool fresh = true) => HandInAsync(fresh ? ActivityKind.Joined : ActivityKind.Text, "/start", payload);

    public Task<Heard> HandInAsync(ActivityKind kind, string text = "", string? payload = null) => HandInAsync(AnActivity(kind, text, payload));

    public async Task<Heard> HandInAsync(Activity activity)
    {
        var before = Sender.Arrived.Count;
        LastReceipt = await Pipeline.AcceptAsync(activity, Stop);
        await _services.GetRequiredService<ReplyDispatcher>().WhenIdleAsync();
        var arrived = Sender.Arrived.Skip(before).Select(pair => pair.Reply).ToList();
        return new Heard(
            string.Join("\n\n", arrived.Select(reply => PlainText.Of([.. reply.Blocks, .. reply.Covered]))),
            [.. arrived.SelectMany(reply => reply.Buttons)]);
    }

    public Activity AnActivity(ActivityKind kind, string text = "", string? payload = null) => new()
    {
        Kind = kind,
        Address = new ChannelAddress(_channel, Chat),
        UpdateId = (++_updates).ToString(CultureInfo.InvariantCulture),
        Text = text,
        StartPayload = payload,
        OwnMessageId = kind == ActivityKind.Text ? $"own-{_updates}" : null,
        InGroup = InGroup,
        LanguageHint = LanguageHint,
    };

    /// <summary>Ends when every reply is out.</summary>
    public Task IdleAsync() => _services.GetRequiredService<ReplyDispatcher>().WhenIdleAsync();

    public Task<int> SweepAsync() => Sweeper().SweepAsync(Stop);

    /// <summary>What a restart leaves: the same storage, a new pipeline and dispatcher with nothing in hand.</summary>
    public async Task<(TurnPipeline Pipeline, OutboxSweeper Sweeper, ReplyDispatcher Dispatcher)> RestartAsync()
    {
        await _services.GetRequiredService<ReplyDispatcher>().DisposeAsync();
        var dispatcher = ActivatorUtilities.CreateInstance<ReplyDispatcher>(_services);
        return (
            ActivatorUtilities.CreateInstance<TurnPipeline>(_services, Help(dispatcher), dispatcher),
            ActivatorUtilities.CreateInstance<OutboxSweeper>(_services, dispatcher),
            dispatcher);
    }

    public Task<SubscriberProfile?> SubscriberAsync() => Subscribers.FindAsync(_channel, Chat, Stop);

    /// <summary>Help as after a restart: no draft is left.</summary>
    private HelpDesk Help(ReplyDispatcher dispatcher)
    {
        var drafts = new HelpDrafts(Clock);
        return ActivatorUtilities.CreateInstance<HelpDesk>(_services, ActivatorUtilities.CreateInstance<HelpRoad>(_services, drafts), drafts, dispatcher);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private OutboxSweeper Sweeper() => ActivatorUtilities.CreateInstance<OutboxSweeper>(_services);
}
