using Npgsql;
using Outreach.Testing.Postgres;

namespace Outreach.Bot.Tests.Linkage;

/// <summary>Whoever carries off everything but the sender's keys, night after night, finds no chat behind a request.</summary>
public sealed class LinkageTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly TestCluster _cluster = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Five_hundred_chats_and_two_hundred_requests_cannot_be_joined_better_than_by_chance()
    {
        await using var world = await World.LiveAsync(_cluster, WorldSize.Whole, idsTellTheTime: false, number: 0, Stop);

        Assert.Equal(200, world.Asked.Count);
        Assert.Empty(await LinkageRule.LinkingAsync(number => number == 0 ? Task.FromResult(Measure(world)) : MeasureAsync(WorldSize.Whole, idsTellTheTime: false, number)));
        NoLineOfACaseKeepsItsHour(world);
        AttacksBiteBeforeTheNight(world);
        NoKeyOpensAClosedLink(world);
        await NothingLiesInClearAsync(world);
        var copy = world.Nights[^1];
        var erased = world.Asked.Take(10).ToList();
        foreach (var asked in erased)
        {
            await world.EraseAsync(asked, Stop);
        }

        await NothingLiesInClearAsync(world);
        await OldCopiesDieAsync(world, copy, [.. erased.Select(asked => asked.CaseId)]);
    }

    /// <summary>The same rule on a service that tells the time in its ids, in as many worlds as the rule asks for.</summary>
    [Fact]
    public async Task Ids_that_tell_the_time_are_found_out()
    {
        var worlds = 0;

        var linking = await LinkageRule.LinkingAsync(number =>
        {
            worlds++;
            return MeasureAsync(WorldSize.Small, idsTellTheTime: true, number);
        });

        Assert.Equal(1 + LinkageRule.More, worlds);
        Assert.Contains(linking, finding => finding.Attack.EndsWith("bits of ids: time", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<Finding>> MeasureAsync(WorldSize size, bool idsTellTheTime, int number)
    {
        // What the service writes for one world must not lie beside what it wrote for another; small ones need not be that careful.
        await using var own = size == WorldSize.Whole ? new TestCluster() : null;
        await using var world = await World.LiveAsync(own ?? _cluster, size, idsTellTheTime, number, Stop);
        return Measure(world);
    }

    /// <summary>Every attack's finding, with when it was made in its name.</summary>
    private IReadOnlyList<Finding> Measure(World world) =>
    [
        .. Named("after the night's work", Attackers.Measure(world.Loot, world.Cases(), Attackers.All)),
        .. Named("closed, with all keys then on the disk", Attackers.Measure(world.LootWithAllKeys, world.Cases(asked => world.Closed.Contains(asked.CaseId)), Attackers.All)),
    ];

    private IEnumerable<Finding> Named(string when, IReadOnlyList<Finding> findings) =>
        Print(when, findings).Select(finding => finding with { Attack = $"{when}: {finding.Attack}" });

    /// <summary>The limit that docs/privacy.md names: whoever comes before the night's work. It shows too that the attacks are no paper ones.</summary>
    private void AttacksBiteBeforeTheNight(World world)
    {
        var findings = Print("the same day, before the night's work (the named limit)", Attackers.Measure(world.LootAtDusk, world.Cases(), Attackers.All));
        foreach (var name in new[] { "xmin", "WAL bytes", "WAL times" })
        {
            Assert.True(findings.Single(finding => finding.Attack == name).Links, $"the attack '{name}' finds nothing even where there is something to find");
        }
    }

    /// <summary>Too faint a leak to be seen in every world, and plain to see in the rows.</summary>
    private static void NoLineOfACaseKeepsItsHour(World world)
    {
        Assert.All(world.Nights, night => Assert.Empty(night.Tables["audit_waiting"]));
        var lines = world.Nights[^1].Tables["audit_entries"].Where(row => row.Values["what"] is "Case").ToList();
        Assert.True(lines.Count > world.Asked.Count, "staff opened the cases, and the audit does not say so");
        Assert.All(lines, row => Assert.Equal(TimeSpan.Zero, row.MomentOf("hour")!.Value.TimeOfDay));
    }

    private static void NoKeyOpensAClosedLink(World world)
    {
        var opened = KeysOnDisk.Open(Path.Combine(world.Folder, "keys"), world.Nights);

        Assert.DoesNotContain(opened, world.Closed.Contains);
        Assert.NotEmpty(opened); // of cases that are still open: the keys are tried as they should be
        var receipts = world.Asked.Where(asked => !asked.IsChatMode).Select(asked => asked.CaseId).ToHashSet();
        Assert.DoesNotContain(world.LootAtDusk.Nights.Concat(world.Nights).SelectMany(night => night.Tables["case_links"]), row => receipts.Contains(row.CaseId!.Value));
    }

    private static async Task NothingLiesInClearAsync(World world)
    {
        await using (var connection = new NpgsqlConnection(world.ConnectionString))
        {
            await connection.OpenAsync(Stop);
            await using var command = new NpgsqlCommand("CHECKPOINT", connection);
            await command.ExecuteNonQueryAsync(Stop);
        }

        Assert.Empty(ClearText.Find(world.Folders, world.Secrets));
        Assert.DoesNotContain(world.Loot.Log, line => world.Secrets.Any(secret => line.Text.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>A copy of the database from before the erasure opens with the keys of its time, and not with those that are there 35 days after the month's key was retired.</summary>
    private static async Task OldCopiesDieAsync(World world, Night copy, IReadOnlyList<Guid> erased)
    {
        var keys = Path.Combine(world.Folder, "keys");
        Assert.Equal(erased.Count, KeysOnDisk.Read(keys, copy, erased).Count);

        await world.LetDaysPassAsync(12, Stop); // into the next month, with a key of its own
        await world.LetDaysPassAsync(36, Stop);

        Assert.Empty(KeysOnDisk.Read(keys, copy, erased));
    }

    private IReadOnlyList<Finding> Print(string when, IReadOnlyList<Finding> findings)
    {
        output.WriteLine($"{when}:\n{string.Join('\n', findings)}\n");
        return findings;
    }
}
