using Microsoft.EntityFrameworkCore;
using Npgsql;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Testing;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>Subscribers, a campaign and its broadcasts in a database of the test's own; it is nine in the morning of Law Day.</summary>
internal sealed class CampaignScene : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Campaign _campaign = new() { Title = "Law Day", Plan = "{}", CreatedAt = default, ChangedAt = default };
    private readonly List<SenderLeases> _nodes = [];
    private int _planned;

    public const string Channel = "telegram";

    public static readonly string[] Reachable = [Channel, "zalo"];

    public HandMovedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 9, 2, 0, 0, TimeSpan.Zero));

    public StorageHost Host { get; private set; } = null!;

    public BroadcastControl Broadcasts => Host.Get<BroadcastControl>();

    public DeliveryStore Deliveries => Host.Get<DeliveryStore>();

    public NpgsqlDataSource Source => Host.Get<StorageStartup>().Source;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CampaignScene> OpenAsync(TestCluster cluster)
    {
        var scene = new CampaignScene();
        scene.Host = await PostgresHost.OpenAsync(cluster, scene._folder, scene.Clock);
        await scene.SaveAsync(scene._campaign);
        return scene;
    }

    /// <summary>Moves on to the next such minute of Vietnam.</summary>
    public void ItIs(int hour, int minute = 0)
    {
        var wait = new TimeSpan(hour, minute, 0) - Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).TimeOfDay;
        Clock.Advance(wait >= TimeSpan.Zero ? wait : wait + TimeSpan.FromDays(1));
    }

    public async Task<Guid> SubscribeAsync(
        string channel = Channel, SubscriberProfile? profile = null, DateTimeOffset? at = null, (short From, short To)? rests = null)
    {
        var subscriber = new Subscriber { Channel = channel, LookupKey = Guid.NewGuid().ToByteArray() };
        subscriber.Consent([1], "optin-v1", at ?? Clock.GetUtcNow());
        subscriber.Describe(profile ?? new SubscriberProfile { Language = "vi" });
        subscriber.RestFrom(rests?.From, rests?.To);
        await SaveAsync(subscriber);
        return subscriber.Id;
    }

    public async Task<IReadOnlyList<Guid>> SubscribeAsync(int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await SubscribeAsync());
        }

        return ids;
    }

    public async Task WithdrawAsync(Guid subscriberId, Withdrawal because = Withdrawal.Asked)
    {
        await using var db = await Host.OpenDbAsync();
        (await db.Subscribers.SingleAsync(s => s.Id == subscriberId, Cancellation)).TryWithdraw(Clock.GetUtcNow(), because);
        await db.SaveChangesAsync(Cancellation);
    }

    public async Task<Guid> ScheduleAsync(short capDays = 0, (short From, short To)? quiet = null, bool listsDoubts = false)
    {
        var broadcast = new Broadcast
        {
            CampaignId = _campaign.Id,
            PlannedAt = Clock.GetUtcNow().AddMinutes(_planned++),
            Plan = "{}",
            CapDays = capDays,
            QuietFrom = quiet?.From,
            QuietTo = quiet?.To,
            ListsDoubts = listsDoubts,
        };
        await SaveAsync(broadcast);
        return broadcast.Id;
    }

    /// <summary>Schedules a broadcast to everyone and begins it.</summary>
    public async Task<Guid> RunAsync(short capDays = 0, (short From, short To)? quiet = null, bool listsDoubts = false, AudienceFilter? audience = null)
    {
        var id = await ScheduleAsync(capDays, quiet, listsDoubts);
        Assert.NotNull(await Broadcasts.PlanAsync(id, audience ?? new AudienceFilter(), Reachable, capDays, Cancellation));
        return id;
    }

    /// <summary>A node of its own: what it leases nobody else has.</summary>
    public SenderLeases Node(TimeSpan? lasts = null)
    {
        // Long: a slow machine is no hanging sender.
        var node = new SenderLeases(Source) { LastsHere = lasts ?? TimeSpan.FromHours(1) };
        _nodes.Add(node);
        return node;
    }

    public async Task<long> LeadAsync(string channel = Channel) => (await Node().TryTakeAsync(channel, Cancellation))!.Value;

    /// <summary>Another node takes the channel: the lease is given up for whoever had it.</summary>
    public async Task<long> ChangeLeaderAsync()
    {
        await ExecuteAsync("UPDATE sender_leases SET expires_at = '-infinity'");
        return await LeadAsync();
    }

    public Task<IReadOnlyList<ReservedDelivery>> ReserveAsync(long fence, int limit = 100) => Deliveries.ReserveAsync(Channel, fence, limit, Cancellation);

    public Task<bool> BeginAsync(long fence, DeliveryKey key, DeliverySettlement? before = null) => Deliveries.BeginAsync(Channel, fence, key, before, Cancellation);

    public Task SettleAsync(long fence, DeliveryKey key, DeliveryState state, DeliveryCause? cause = null, DateTimeOffset? notBefore = null) =>
        Deliveries.SettleAsync(Channel, fence, new DeliverySettlement(key, state, cause, notBefore), Cancellation);

    /// <summary>Reserves, begins and sends everything that is due.</summary>
    public async Task SendAllAsync(long fence)
    {
        foreach (var reserved in await ReserveAsync(fence))
        {
            Assert.True(await BeginAsync(fence, reserved.Key));
            await SettleAsync(fence, reserved.Key, DeliveryState.Sent);
        }
    }

    public async Task<Delivery> ReadAsync(DeliveryKey key) => (await ReadAsync(key.BroadcastId)).Single(d => d.SubscriberId == key.SubscriberId);

    public async Task<IReadOnlyList<Delivery>> ReadAsync(Guid broadcastId)
    {
        await using var db = await Host.OpenDbAsync();
        return await db.Deliveries.AsNoTracking().Where(d => d.BroadcastId == broadcastId).ToListAsync(Cancellation);
    }

    public async Task<Broadcast> ReadBroadcastAsync(Guid id)
    {
        await using var db = await Host.OpenDbAsync();
        return await db.Broadcasts.AsNoTracking().SingleAsync(b => b.Id == id, Cancellation);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Host.DisposeAsync();
        _folder.Dispose();
    }

    private async Task SaveAsync(object row)
    {
        await using var db = await Host.OpenDbAsync();
        db.Add(row);
        await db.SaveChangesAsync(Cancellation);
    }
}
