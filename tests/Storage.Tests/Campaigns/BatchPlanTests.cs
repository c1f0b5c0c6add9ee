using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Campaigns;

/// <summary>Each group commit of the sender reads its own rows: one that reads the whole table sends a tenth as much.</summary>
public sealed class BatchPlanTests(TestCluster cluster) : IAsyncLifetime
{
    private const int People = 20_000;
    private const int Workers = 64;

    private CampaignScene _scene = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await CampaignScene.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("ANALYZE deliveries, subscribers, broadcasts")]
    public async Task Reads_no_whole_table_whatever_the_planner_knows_of_it(string statistics)
    {
        await _scene.ExecuteAsync(
            $"""
            INSERT INTO subscribers (id, channel, lookup_key, address, language, topics, consent_wording, consented_at)
            SELECT gen_random_uuid(), '{CampaignScene.Channel}', decode(md5(n::text), 'hex'), '\x01', 'vi', '{"{}"}', 'optin-v1', '2026-01-01T00:00:00Z'
            FROM generate_series(1, {People}) n
            """);
        await _scene.RunAsync();
        await _scene.ExecuteAsync(statistics.Length > 0 ? statistics : "SELECT");
        var fence = await _scene.LeadAsync();
        var reserved = await _scene.ReserveAsync(fence, Workers * 2);
        foreach (var before in reserved.Take(Workers))
        {
            Assert.True(await _scene.BeginAsync(fence, before.Key));
        }

        var works = reserved.Take(Workers).Zip(reserved.Skip(Workers), (before, next) =>
            new DeliveryWork(CampaignScene.Channel, fence, new DeliverySettlement(before.Key, DeliveryState.Sent), next.Key));

        var plan = await ExplainAsync([.. works]);

        Assert.Contains("Update on deliveries", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on deliveries", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on subscribers", plan, StringComparison.Ordinal);
    }

    private async Task<string> ExplainAsync(IReadOnlyList<DeliveryWork> works)
    {
        await using var connection = await _scene.Source.OpenConnectionAsync(Cancellation);
        await using var batch = connection.CreateBatch();
        DeliveryBatch.Fill(batch, works, _scene.Clock.GetUtcNow().UtcDateTime, minute: 540);
        foreach (var command in batch.BatchCommands)
        {
            command.CommandText = "EXPLAIN " + command.CommandText;
        }

        var lines = new List<string>();
        await using var rows = await batch.ExecuteReaderAsync(Cancellation);
        do
        {
            while (await rows.ReadAsync(Cancellation))
            {
                lines.Add(rows.GetString(0));
            }
        }
        while (await rows.NextResultAsync(Cancellation));
        return string.Join('\n', lines);
    }
}
