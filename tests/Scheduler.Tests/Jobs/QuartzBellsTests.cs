using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Outreach.Scheduler.Jobs;
using Outreach.Testing.Postgres;

namespace Outreach.Scheduler.Tests.Jobs;

/// <summary>Real firings: Quartz keeps time by its own clock.</summary>
public sealed class QuartzBellsTests(TestCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_planned_broadcast_rings_the_bell_at_its_time(bool onPostgres)
    {
        var database = onPostgres ? (await cluster.CreateBareDatabaseAsync(Token)).ConnectionString : null;
        var bell = new PlannerBell(TimeProvider.System);
        await using var quartz = new QuartzBells(bell, NullLoggerFactory.Instance);
        await quartz.StartAsync(database, Token);
        Assert.True(await bell.WaitAsync(Patience, Token)); // the bell of the minute rings at the start
        var at = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(2);

        await quartz.ArrangeAsync([new PlannedDate(Guid.NewGuid(), at)], Token);

        Assert.True(await bell.WaitAsync(Patience, Token));
        Assert.InRange(TimeProvider.System.GetUtcNow(), at, at + TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Bells_outlive_the_process_move_with_their_broadcast_and_hold_ids_alone()
    {
        var database = (await cluster.CreateBareDatabaseAsync(Token)).ConnectionString;
        var (kept, dropped) = (Guid.NewGuid(), Guid.NewGuid());
        var next = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(30);
        await using (var first = new QuartzBells(new PlannerBell(TimeProvider.System), NullLoggerFactory.Instance))
        {
            await first.StartAsync(database, Token);
            await first.ArrangeAsync([new PlannedDate(kept, next), new PlannedDate(dropped, next)], Token);
        }

        var before = await TriggersAsync(database);
        await using var second = new QuartzBells(new PlannerBell(TimeProvider.System), NullLoggerFactory.Instance);
        await second.StartAsync(database, Token);
        await second.ArrangeAsync([new PlannedDate(kept, next + TimeSpan.FromDays(1))], Token);

        Assert.Equal(2, before.Count);
        var (name, ticks, data) = Assert.Single(await TriggersAsync(database));
        Assert.Equal((kept.ToString("N"), (next + TimeSpan.FromDays(1)).UtcTicks), (name, ticks));
        Assert.Contains(kept.ToString("N"), data, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<(string Name, long At, string Data)>> TriggersAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(
            "SELECT trigger_name, next_fire_time, convert_from(job_data, 'UTF8') FROM qrtz_triggers WHERE trigger_group = 'broadcasts'", connection);
        await using var rows = await command.ExecuteReaderAsync(Token);
        var triggers = new List<(string, long, string)>();
        while (await rows.ReadAsync(Token))
        {
            triggers.Add((rows.GetString(0), rows.GetInt64(1), rows.GetString(2)));
        }

        return triggers;
    }
}
