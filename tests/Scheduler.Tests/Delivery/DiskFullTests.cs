using Npgsql;
using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Delivery;

public sealed class DiskFullTests(TestCluster cluster) : DeliveryTest(cluster)
{
    [Fact]
    public async Task A_database_whose_disk_is_full_holds_the_broadcast_up_and_loses_nothing()
    {
        Ledger.Hold();
        var (node, broadcast) = await BroadcastToAsync(100, concurrency: 4);
        await Ledger.WhenCalledAsync(Cancel);

        // What PostgreSQL says of every write then: 53100, disk_full.
        await DoAsync(node, """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER full_disk BEFORE UPDATE ON deliveries FOR EACH STATEMENT EXECUTE FUNCTION full_disk()
            """);
        Ledger.Release();
        while (!node.Logs.Lines.Any(line => line.Contains("stands still", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, Cancel);
        }

        await DoAsync(node, "DROP TRIGGER full_disk ON deliveries");
        await node.WhenAsync(broadcast, BroadcastState.Done);

        Assert.Equal(100, Ledger.Received.Count);
        Assert.All(Ledger.Received.Values, count => Assert.Equal(1, count));
        Assert.Equal(new BroadcastCounts { Sent = 100 }, await node.Control.CountAsync(broadcast, Cancel));
    }

    private static async Task DoAsync(SenderHost node, string statement)
    {
        await using var connection = new NpgsqlConnection(node.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
