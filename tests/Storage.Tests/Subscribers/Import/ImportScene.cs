using System.Text;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Keys;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Subscribers.Import;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Subscribers.Import;

/// <summary>Lists of subscribers and a database that takes them in.</summary>
internal sealed class ImportScene : IAsyncDisposable
{
    public const string Header = "channel,address,language,province,role,topics,consented_at,consent_wording\n";

    private readonly ScratchFolder _folder = new();

    public HandMovedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    public StorageHost Host { get; private set; } = null!;

    public ISubscriberStore Store => Host.Get<ISubscriberStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ImportScene> OpenAsync(TestCluster cluster)
    {
        var scene = new ImportScene();
        scene.Host = await PostgresHost.OpenAsync(cluster, scene._folder, scene.Clock);
        return scene;
    }

    public Task<(ImportSummary Summary, IReadOnlyList<ImportFault> Faults)> ImportAsync(string csv) => ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)));

    public async Task<(ImportSummary Summary, IReadOnlyList<ImportFault> Faults)> ImportAsync(Stream csv)
    {
        var faults = new List<ImportFault>();
        var summary = await Host.Get<SubscriberImport>().RunAsync(
            csv,
            fault =>
            {
                faults.Add(fault);
                return Task.CompletedTask;
            },
            Cancellation);
        return (summary, faults);
    }

    public async Task<Subscriber> ReadAsync(string channel, string address)
    {
        await using var db = await Host.OpenDbAsync();
        var key = Host.Get<KeyRing>().ConversationKey(channel, address);
        return await db.Subscribers.AsNoTracking().SingleAsync(s => s.LookupKey == key, Cancellation);
    }

    public string Open(Subscriber subscriber) => Host.Get<KeyRing>().OpenAddress(Subscriber.Table, subscriber.Id, subscriber.Address);

    public async Task<int> CountAsync()
    {
        await using var db = await Host.OpenDbAsync();
        return await db.Subscribers.CountAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }
}
