using Npgsql;
using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Delivery;

public sealed class TakeOverTests(TestCluster cluster) : DeliveryTest(cluster)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_killed_sender_left_is_listed_and_sent_again_unless_it_is_only_to_be_listed(bool listsDoubts)
    {
        var killed = await NodeAsync(start: false);
        await killed.SubscribeAsync(30);
        var broadcast = await killed.BroadcastAsync(listsDoubts);
        var fence = await killed.Get<SenderLeases>().TryTakeAsync("telegram", Cancel);
        var reserved = await killed.Store.ReserveAsync("telegram", fence!.Value, 10, Cancel);
        foreach (var delivery in reserved.Take(3))
        {
            Assert.True(await killed.Store.BeginAsync("telegram", fence.Value, delivery.Key, null, Cancel));
        }

        await killed.Get<SenderLeases>().DisposeAsync();
        await ForgetBackendsAsync(killed);
        var node = await NodeAsync();
        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(3, (await node.DeliveriesAsync(broadcast)).Count(d => d.DoubtedAt is not null));
        Assert.Equal(listsDoubts ? new BroadcastCounts { Sent = 27, InDoubt = 3 } : new BroadcastCounts { Sent = 30 }, await node.Control.CountAsync(broadcast, Cancel));
        Assert.All(Ledger.Received.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task One_of_two_nodes_sends_and_the_other_follows_it()
    {
        Ledger.Hold();
        var (first, broadcast) = await BroadcastToAsync(80, concurrency: 4);
        await Ledger.WhenCalledAsync(Cancel);
        var second = await NodeAsync(concurrency: 4);

        var stopping = first.StopAsync();
        Ledger.Release();
        await stopping;
        await second.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(80, Ledger.Received.Count);
        Assert.All(Ledger.Received.Values, count => Assert.Equal(1, count));
        Assert.InRange(Ledger.MostHeld, 1, 4);
    }

    [Fact]
    public async Task A_database_that_breaks_off_again_and_again_makes_nobody_be_written_to_twice()
    {
        var (node, broadcast) = await BroadcastToAsync(400, concurrency: 4);

        for (var i = 0; i < 5; i++)
        {
            await Ledger.WhenCalledAsync(Cancel);
            await ForgetBackendsAsync(node);
        }

        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(400, Ledger.Received.Count);
        Assert.All(Ledger.Received.Values, count => Assert.Equal(1, count));
        Assert.Equal(new BroadcastCounts { Sent = 400 }, await node.Control.CountAsync(broadcast, Cancel));
        Assert.All(await node.DeliveriesAsync(broadcast), delivery => Assert.Null(delivery.DoubtedAt));
    }

    /// <summary>Ends every other connection to this database, as a restart of the server does.</summary>
    private static async Task ForgetBackendsAsync(SenderHost node)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(node.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
