using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Scheduler.Tests.Delivery;

/// <summary>A database, a folder and a Bot API of each test's own.</summary>
public abstract class DeliveryTest(TestCluster cluster) : IAsyncLifetime
{
    private readonly List<SenderHost> _hosts = [];
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "outreach-sender-" + Guid.NewGuid().ToString("N")[..12]);
    private TestDatabase? _database;

    private protected BroadcastLedger Ledger { get; private set; } = null!;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        _database = await cluster.CreateDatabaseAsync(Cancel);
        Ledger = await BroadcastLedger.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Ledger.Release();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await Ledger.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private protected async Task<SenderHost> NodeAsync(int concurrency = 8, int perSecond = 100_000, TimeProvider? time = null, bool start = true, BroadcastLedger? ledger = null)
    {
        var host = await SenderHost.StartAsync(_database!, _folder, ledger ?? Ledger, concurrency, perSecond, time, start);
        _hosts.Add(host);
        return host;
    }

    /// <summary>A node that has begun a broadcast to so many.</summary>
    private protected async Task<(SenderHost Node, Guid Broadcast)> BroadcastToAsync(int people, int concurrency = 8, bool listsDoubts = false)
    {
        var node = await NodeAsync(concurrency);
        await node.SubscribeAsync(people);
        return (node, await node.BroadcastAsync(listsDoubts));
    }
}
