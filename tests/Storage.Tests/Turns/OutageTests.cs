using System.Security.Cryptography;
using Outreach.Storage.Local;
using Outreach.Storage.Polling;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Tests.Turns;

/// <summary>A database that goes away and comes back under a running service.</summary>
public sealed class OutageTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ScratchFolder _folder = new();
    private StorageHost? _host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Every_turn_hears_that_the_database_is_away_and_the_next_is_stored_when_it_is_back()
    {
        _host = await StorageHost.OpenAsync(new Dictionary<string, string?> { ["Storage:Provider"] = "Local", ["Storage:Directory"] = _folder.Path });
        var store = _host.Get<ITurnStore>();
        var kept = ATurn();
        await store.CommitAsync(kept, Cancellation);
        var server = await FindServerAsync();
        await server.StopAsync(Patience, Cancellation);

        var turns = Enumerable.Range(0, 200).Select(_ => store.CommitAsync(ATurn(), Cancellation)).ToList();
        var loads = Enumerable.Range(0, 20).Select(_ => store.LoadAsync(RandomNumberGenerator.GetBytes(16), Cancellation)).ToList();

        foreach (var waiting in turns.Concat<Task>(loads))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting.WaitAsync(Patience, Cancellation));
        }

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _host.Get<PollOffsetStore>().LoadAsync("telegram", Cancellation));

        await server.StartAsync(server.Place.Port, durable: false, Patience, Cancellation);

        Assert.True(await store.CommitAsync(ATurn(), Cancellation));
        Assert.False(await store.CommitAsync(kept, Cancellation));
        Assert.Null((await store.LoadAsync(kept.ConversationKey, Cancellation)).State);
        Assert.Null(await _host.Get<PollOffsetStore>().LoadAsync("telegram", Cancellation));
    }

    private async Task<ClusterServer> FindServerAsync()
    {
        var place = ClusterPlace.Load(_folder.Path)!;
        return new ClusterServer(place, ClusterServer.ProgramsFor(place), await ServerUser.ForAsync(place.Folder, Cancellation));
    }

    private static TurnCommit ATurn() => new() { SeenKey = RandomNumberGenerator.GetBytes(16), ConversationKey = RandomNumberGenerator.GetBytes(16) };
}
