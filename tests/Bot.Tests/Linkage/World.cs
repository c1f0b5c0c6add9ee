using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Outreach.Bot.Help;
using Outreach.Bot.Host;
using Outreach.Bot.Metrics;
using Outreach.Bot.Tests.Turns;
using Outreach.Bot.Turns;
using Outreach.Cases;
using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Retention;
using Outreach.Cases.Vault;
using Outreach.Channels;
using Outreach.Content.Blocks;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;
using Outreach.Storage.Turns;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Bot.Tests.Linkage;

/// <summary>People who ask a bot and, some of them, for help, day after day; a real database, the real turns, the nightly work, and a thief every night.</summary>
internal sealed class World : IAsyncDisposable
{
    private const string Channel = "telegram";
    private const string Words = "Chủ trọ giữ giấy tờ của tôi. ";
    private const string StaffReply = "Chúng tôi đã đọc. Bạn có an toàn không?";
    private const string MoreWords = "Hôm nay tôi viết thêm.";
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);
    private static readonly string[] Topics = ["bhxh", "lao-dong", "nha-tro", "con-cai", "suc-khoe", "giay-to", "bao-luc", "thai-san"];

    private readonly ServiceProvider _services;
    private readonly string _connectionString;
    private readonly Thief _thief;
    private readonly WorldSize _size;
    private readonly bool _idsTellTheTime;
    private readonly Random _random;
    private readonly List<Night> _nights = [];
    private readonly List<Night> _dusks = [];
    private readonly List<Asked> _asked = [];
    private readonly List<(int Chat, DateTimeOffset At)> _there = [];
    private readonly List<(DateTime Machine, DateTimeOffset Simulated)> _clocks = [];
    private readonly PriorityQueue<Func<DateTimeOffset, CancellationToken, Task>, DateTimeOffset> _coming = new();
    private readonly List<(DateTimeOffset At, string Text)> _scrapes = [];
    private readonly HashSet<Guid> _closed = [];
    private readonly HashSet<int> _writers = [];
    private readonly StaffMember _manager;
    private readonly Dictionary<int, string> _seenKeys = [];
    private int _updates;

    private World(ServiceProvider services, string connectionString, Thief thief, string folder, WorldSize size, bool idsTellTheTime, int number) =>
        (_random, _services, _connectionString, _thief, Folder, _size, _idsTellTheTime, _manager) =
        (new Random(20_261_121 + number), services, connectionString, thief, folder, size, idsTellTheTime, new StaffMember { Name = "hoa", NormalizedName = "HOA", DisplayName = "Hoa", Role = StaffRole.Manager, CreatedOn = new DateOnly(2026, 8, 1) });

    public string Folder { get; }

    public IReadOnlyList<Asked> Asked => _asked;

    /// <summary>Cases that staff have closed.</summary>
    public IReadOnlySet<Guid> Closed => _closed;

    /// <summary>As <see cref="Loot"/>, with the public keys too: what is on the disk when a case was closed.</summary>
    public Loot LootWithAllKeys => Loot with { SeenKeyOf = SeenKeyOf };

    public KeyRing Keys => _services.GetRequiredService<KeyRing>();

    private HandMovedClock Clock => (HandMovedClock)_services.GetRequiredService<TimeProvider>();

    /// <summary>The snapshots after each night's work, and everything else.</summary>
    public Loot Loot => LootOf(_nights);

    /// <summary>What who comes before the night's work has of the day.</summary>
    public Loot LootAtDusk => LootOf(_dusks);

    /// <param name="number">Worlds of different numbers have different people and times.</param>
    public static async Task<World> LiveAsync(TestCluster cluster, WorldSize size, bool idsTellTheTime, int number, CancellationToken cancellationToken)
    {
        var database = await cluster.CreateDatabaseAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("outreach-linkage-").FullName;
        var services = Compose(database, folder);
        await services.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Serve, cancellationToken);
        await services.GetRequiredService<EpochMaker>().EnsureAsync(cancellationToken);
        var thief = new Thief(database.ConnectionString, Path.GetDirectoryName(cluster.LogFolder)!, [Path.Combine(folder, "keys", "console")]);
        var world = new World(services, database.ConnectionString, thief, folder, size, idsTellTheTime, number);
        if (idsTellTheTime)
        {
            await world.AllowAnyIdsAsync(cancellationToken);
        }

        for (var day = 0; day < size.Days; day++)
        {
            await world.LiveThroughAsync(new DateOnly(2026, 8, 3).AddDays(day), cancellationToken);
        }

        return world;
    }

    /// <summary>The folders that hold everything the service has written: the cluster's and the keys'.</summary>
    public IReadOnlyList<string> Folders => [_thief.DataFolder, Folder];

    public string ConnectionString => _connectionString;

    public IReadOnlyList<Night> Nights => _nights;

    /// <summary>What must not lie anywhere in clear: the words of requests and replies, and the chats that asked.</summary>
    public IReadOnlyList<string> Secrets => [Words, StaffReply, MoreWords, .. _asked.Select(asked => AddressOf(asked.Chat)).Distinct()];

    /// <summary>A request with its code, erased by its writer.</summary>
    public async Task EraseAsync(Asked asked, CancellationToken cancellationToken)
    {
        var requests = _services.GetRequiredService<HelpRequests>();
        var opened = Assert.IsType<OpenOutcome.Opened>(await requests.OpenAsync(ReceiptCode.Parse(asked.Code)!, asked.Code, cancellationToken));
        await requests.EraseAsync(opened.Access, cancellationToken);
    }

    /// <summary>Days pass in which nobody writes; the night's work goes on.</summary>
    public async Task LetDaysPassAsync(int days, CancellationToken cancellationToken)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await NightlyAsync(cancellationToken);
    }

    /// <summary>Each request with the chats that may have made it, by what may be known.</summary>
    public IReadOnlyList<(SeenCase Seen, string Chat)> Cases(Func<Asked, bool>? which = null) =>
    [
        .. _asked.Where(which ?? (_ => true)).Select(asked => (
            new SeenCase(asked.CaseId, asked.Day, asked.Day.DayNumber - _nights[0].Day.DayNumber, asked.IsChatMode, CandidatesFor(asked)),
            KeyOf(asked.Chat))),
    ];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private Loot LootOf(IReadOnlyList<Night> nights) => new()
    {
        Nights = nights,
        Log = _services.GetRequiredService<KeptLines>().Lines,
        Scrapes = _scrapes,
        Clocks = _clocks,
        Offset = Offset,
        There = Enumerable.Range(0, _size.Chats).ToDictionary(KeyOf, chat => (IReadOnlyList<DateTimeOffset>)[.. _there.Where(there => there.Chat == chat).Select(there => there.At)]),
    };

    private string SeenKeyOf(int update)
    {
        if (!_seenKeys.TryGetValue(update, out var key))
        {
            _seenKeys[update] = key = Convert.ToHexString(Keys.SeenKey(Channel, update.ToString(CultureInfo.InvariantCulture)));
        }

        return key;
    }

    private string KeyOf(int chat) => Convert.ToHexString(Keys.ConversationKey(Channel, AddressOf(chat)));

    private static string AddressOf(int chat) => (7_050_000_000 + (chat * 7_919L)).ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<string> CandidatesFor(Asked asked)
    {
        var hour = new DateTimeOffset(asked.At.Year, asked.At.Month, asked.At.Day, asked.At.Hour, 0, 0, asked.At.Offset);
        return
        [
            .. _there.Where(there => asked.IsUrgent
                    ? there.At >= hour.AddMinutes(-15) && there.At < hour.AddHours(1)
                    : DateOnly.FromDateTime(there.At.ToOffset(Offset).DateTime) == asked.Day)
                .Select(there => there.Chat).Distinct().Order().Select(KeyOf),
        ];
    }

    private async Task LiveThroughAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await _thief.NoteHelpFilesAsync(cancellationToken);
        foreach (var (at, happen) in PlanOf(day))
        {
            _coming.Enqueue(happen, at);
        }

        while (_coming.TryPeek(out var happen, out var at) && at < At(day, 23.5))
        {
            _coming.Dequeue();
            Clock.AdvanceTo(at);
            _clocks.Add((TimeProvider.System.GetUtcNow().UtcDateTime, at));
            await happen(at, cancellationToken);
            await ScrapeAsync(cancellationToken);
        }

        Clock.AdvanceTo(At(day, 23.5));
        _dusks.Add(await _thief.TakeAsync(day, cancellationToken));
        Clock.AdvanceTo(At(day, 27));
        _clocks.Add((TimeProvider.System.GetUtcNow().UtcDateTime, At(day, 27)));
        await NightlyAsync(cancellationToken);
        _nights.Add(await _thief.TakeAsync(day, cancellationToken));
    }

    private List<(DateTimeOffset At, Func<DateTimeOffset, CancellationToken, Task> Happen)> PlanOf(DateOnly day)
    {
        var plan = new List<(DateTimeOffset, Func<DateTimeOffset, CancellationToken, Task>)>();
        foreach (var chat in Enumerable.Range(0, _size.Chats).Where(_ => _random.NextDouble() < _size.ThereOnADay))
        {
            var at = At(day, 6.1 + (_random.NextDouble() * 16));
            plan.Add((at, (moment, stop) => AskAsync(chat, Topics[_random.Next(Topics.Length)], moment, stop)));
            if (_random.NextDouble() < 0.3)
            {
                plan.Add((at.AddSeconds(40), (moment, stop) => AskAsync(chat, Topics[_random.Next(Topics.Length)], moment, stop)));
            }
        }

        // Staff come and go each hour: lines of the audit that carry theirs.
        for (var hour = 7; hour < 23; hour++)
        {
            plan.Add((At(day, hour + 0.02), (_, stop) => _services.GetRequiredService<AuditTrail>().WriteAsync(AuditDraft.OfStaff(_manager.Id, AuditAction.SignedIn, _manager.Id), stop)));
        }

        for (var i = 0; i < _size.RequestsADay; i++)
        {
            // Who asks for help has asked something just before, mostly of the same kind.
            var (chat, topic) = (NewWriter(), Topics[_random.Next(Topics.Length)]);
            var at = At(day, 6.3 + (_random.NextDouble() * 16));
            plan.Add((at.AddMinutes(-2 - (6 * _random.NextDouble())), (moment, stop) => AskAsync(chat, _random.NextDouble() < 0.5 ? topic : Topics[_random.Next(Topics.Length)], moment, stop)));
            plan.Add((at, (moment, stop) => AskForHelpAsync(chat, topic, moment, stop)));
        }

        return plan;
    }

    /// <summary>Nobody asks twice: a second request of one chat would be one more clue than most people give.</summary>
    private int NewWriter()
    {
        int chat;
        while (!_writers.Add(chat = _random.Next(_size.Chats)))
        {
        }

        return chat;
    }

    private async Task AskAsync(int chat, string topic, DateTimeOffset at, CancellationToken cancellationToken)
    {
        _there.Add((chat, at));
        await AcceptAsync(chat, ActivityKind.Button, "a:hoi-" + topic, cancellationToken);
    }

    /// <returns>The buttons and the covered text of what came back last.</returns>
    private async Task<Reply> TurnAsync(int chat, ActivityKind kind, string text, CancellationToken cancellationToken)
    {
        await AcceptAsync(chat, kind, text, cancellationToken);
        return _services.GetRequiredService<ScriptedSender>().Arrived[^1].Reply;
    }

    private async Task AcceptAsync(int chat, ActivityKind kind, string text, CancellationToken cancellationToken)
    {
        var update = (++_updates).ToString(CultureInfo.InvariantCulture);
        await _services.GetRequiredService<TurnPipeline>().AcceptAsync(
            new Activity
            {
                Kind = kind,
                Address = new ChannelAddress(Channel, AddressOf(chat)),
                UpdateId = update,
                Text = text,
                OwnMessageId = kind == ActivityKind.Text ? "own-" + update : null,
                LanguageHint = chat % 10 == 0 ? "en" : "vi",
            },
            cancellationToken);
        await _services.GetRequiredService<ReplyDispatcher>().WhenIdleAsync();
        await ScrapeAsync(cancellationToken);
    }

    /// <summary>Only where it differs from the last one: nothing moves in between.</summary>
    private async Task ScrapeAsync(CancellationToken cancellationToken)
    {
        var text = string.Join('\n', (await _services.GetRequiredService<MetricsReport>().WriteAsync(cancellationToken)).Split('\n').Where(line => !line.StartsWith("process_", StringComparison.Ordinal)));
        if (_scrapes.Count == 0 || _scrapes[^1].Text != text)
        {
            _scrapes.Add((Clock.GetUtcNow(), text));
        }
    }

    private async Task AskForHelpAsync(int chat, string topic, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var mode = _random.Next(2) == 0 ? AnswerMode.Chat : AnswerMode.Receipt;
        var urgent = _random.Next(5) == 0;
        var words = string.Concat(Enumerable.Repeat(Words, 1 + _random.Next(120)));
        // The dialog draws its ids itself: a world of other ids hands its requests in behind it.
        var (caseId, code) = _idsTellTheTime
            ? await HandInAsync(chat, topic, mode, urgent, words, at, cancellationToken)
            : await TalkAsync(chat, topic, mode, urgent, words, cancellationToken);
        PlanStaffFor(caseId, urgent, at);
        if (mode == AnswerMode.Chat && _random.Next(3) == 0)
        {
            _coming.Enqueue((_, stop) => AddWordsAsync(chat, stop), at.AddHours(20 + (_random.NextDouble() * 50)));
        }

        _asked.Add(new Asked(caseId, chat, at, DateOnly.FromDateTime(at.ToOffset(Offset).DateTime), urgent, mode == AnswerMode.Chat, code));
    }

    /// <summary>The whole dialog, a few seconds a step.</summary>
    private async Task<(Guid CaseId, string Code)> TalkAsync(int chat, string topic, AnswerMode mode, bool urgent, string words, CancellationToken cancellationToken)
    {
        string[] steps = ["c:person", urgent ? "g:yes:danger" : "g:no:danger", "g:yes:consent", mode == AnswerMode.Chat ? "g:chat" : "g:receipt", "g:topic:" + topic, words, "g:done"];
        Reply shown = null!;
        foreach (var step in steps)
        {
            shown = await TurnAsync(chat, step == words ? ActivityKind.Text : ActivityKind.Button, step, cancellationToken);
            Clock.Advance(TimeSpan.FromSeconds(4));
        }

        var code = PlainText.Of(shown.Covered).Trim();
        Assert.NotNull(ReceiptCode.Parse(code));
        await TurnAsync(chat, ActivityKind.Button, shown.Buttons.Single(button => button.Value.StartsWith("g:send:", StringComparison.Ordinal)).Value, cancellationToken);
        await using var db = await _services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(cancellationToken);
        var known = _asked.Select(asked => asked.CaseId).ToList();
        return (await db.HelpCases.Where(c => !known.Contains(c.Id)).Select(c => c.Id).SingleAsync(cancellationToken), code);
    }

    private async Task<(Guid CaseId, string Code)> HandInAsync(
        int chat, string topic, AnswerMode mode, bool urgent, string words, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var code = ReceiptCode.New();
        var request = new HelpRequest
        {
            Id = Guid.CreateVersion7(at),
            Mode = mode,
            Topic = topic,
            InDanger = urgent,
            Language = chat % 10 == 0 ? "en" : "vi",
            Text = words,
            Consent = "help/2026-07-01/vi",
            AnswerTo = mode == AnswerMode.Chat ? new CaseAddress(Channel, AddressOf(chat)) : null,
        };
        Assert.IsType<SubmitOutcome.Received>(await _services.GetRequiredService<HelpRequests>().SubmitAsync(request, code, cancellationToken));
        return (request.Id, code.Grouped);
    }

    /// <summary>Staff read what is urgent within minutes; they answer, and close most within days.</summary>
    private void PlanStaffFor(Guid caseId, bool urgent, DateTimeOffset at)
    {
        var read = at.AddMinutes(urgent ? 2 + (_random.NextDouble() * 8) : 10 + (_random.NextDouble() * 300));
        _coming.Enqueue((_, stop) => _services.GetRequiredService<CaseDesk>().OpenAsync(_manager, caseId, stop), read);
        _coming.Enqueue((_, stop) => ReplyAsync(caseId, stop), read.AddMinutes(6));
        _coming.Enqueue((_, stop) => _services.GetRequiredService<ReplyDelivery>().SendQueuedAsync((_, _, _, _) => Task.FromResult(DeliveryResult.Sent), stop), read.AddMinutes(8));
        if (_random.Next(10) < 7)
        {
            _coming.Enqueue((_, stop) => CloseAsync(caseId, stop), read.AddHours(30 + (_random.NextDouble() * 100)));
        }
    }

    private async Task ReplyAsync(Guid caseId, CancellationToken cancellationToken) =>
        Assert.IsType<DeskOutcome.Held>(await _services.GetRequiredService<CaseReplies>().SendAsync(_manager, caseId, StaffReply, null, cancellationToken));

    private async Task CloseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        Assert.IsType<DeskOutcome.Done>(await _services.GetRequiredService<CaseDesk>().CloseAsync(_manager, caseId, CaseOutcome.Answered, cancellationToken));
        _closed.Add(caseId);
    }

    private async Task AddWordsAsync(int chat, CancellationToken cancellationToken)
    {
        foreach (var access in await _services.GetRequiredService<HelpRequests>().OfChatAsync(new CaseAddress(Channel, AddressOf(chat)), cancellationToken))
        {
            await _services.GetRequiredService<HelpRequests>().AddWordsAsync(access, MoreWords, cancellationToken);
        }
    }

    private async Task NightlyAsync(CancellationToken cancellationToken)
    {
        await _services.GetRequiredService<ITurnStore>().PruneAsync(cancellationToken);
        await _services.GetRequiredService<CaseKeeping>().RunAsync(cancellationToken);
        await _services.GetRequiredService<LinkSweep>().RunAsync(cancellationToken);
        await _services.GetRequiredService<NightlyRewrite>().RunAsync(cancellationToken);
    }

    /// <summary>The database refuses ids that tell a time; a world where they do begins by taking that away.</summary>
    private async Task AllowAnyIdsAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            DO $$
            DECLARE c record;
            BEGIN
                FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'c' AND conname LIKE 'ck%random' LOOP
                    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
                END LOOP;
            END $$
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DateTimeOffset At(DateOnly day, double hour) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset) + TimeSpan.FromHours(hour);

    private static ServiceProvider Compose(TestDatabase database, string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings(folder)).Build();
        var clock = new HandMovedClock(At(new DateOnly(2026, 8, 3), 5));
        var lines = new KeptLines(clock);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(lines);
        // As the host has it (LogRules): our own lines at their finest, the frameworks' warnings.
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines)
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Npgsql", LogLevel.Warning));
        services.AddStorage(configuration);
        services.AddSingleton(new ReceiptCost { Iterations = 1 });
        services.AddTellsOfDanger();
        services.AddCases(NodeRoles.All);
        services.AddSingleton(Options.Create(new OrganisationOptions { Name = "Công đoàn Khu Bắc" }));
        services.AddSingleton(provider => SmallLibrary.Serve(provider, Answers()));
        services.AddSingleton(new ScriptedSender(Channel));
        services.AddSingleton<IChannelSender>(provider => provider.GetRequiredService<ScriptedSender>());
        services.AddTurns();
        Scheduler.Campaigns.CampaignServices.AddCampaigns(services, configuration);
        services.AddOversight(NodeRoles.All);
        return services.BuildServiceProvider();
    }

    private static (string Path, string Text)[] Answers() =>
    [
        ("topics.yml", string.Concat(Topics.Select(topic => $"- id: {topic}\n  vi: Về {topic}\n  en: About {topic}\n  hotline: bhxh-viet-nam\n"))),
        .. Topics.SelectMany(topic => new[]
        {
            ($"vi/faq/{topic}/hoi-{topic}.md", SmallLibrary.Answer("hoi-" + topic, $"Câu hỏi thứ nhất về {topic}?", topic, "Trả lời.", [], [$"câu hỏi {topic}"])),
            ($"en/faq/{topic}/hoi-{topic}.md", SmallLibrary.Answer("hoi-" + topic, $"First question of {topic}?", topic, "An answer.", [], [$"question {topic}"], "en")),
        }),
    ];
}
