using System.Text;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Operations;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Operations;

public sealed class BackupAndRestoreTests(TestCluster cluster) : IDisposable
{
    private static readonly SubscriberProfile Worker = new() { Language = "vi", Topics = ["bhxh"] };

    private readonly ScratchFolder _folder = new();
    private readonly StringWriter _lines = new();
    private readonly StringWriter _faults = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private VerbOutput Output => new(_lines, _faults);

    private string Backup => _folder.Below("outreach.backup");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_backup_holds_comes_back_into_an_empty_database_with_the_same_keys()
    {
        var from = await FilledAsync();
        var to = (await cluster.CreateBareDatabaseAsync(Cancellation)).Settings(_folder.Path);
        Assert.Equal(0, await BackUpAsync(from));

        Assert.Equal(0, await RestoreAsync(to));

        await using var host = await StorageHost.OpenAsync(to);
        Assert.Equivalent(Worker, await host.Get<ISubscriberStore>().FindAsync("telegram", "987654", Cancellation));
    }

    [Fact]
    public async Task A_backup_holds_no_reply_to_send_again_no_key_and_no_address_in_the_clear()
    {
        var from = await FilledAsync();
        await BackUpAsync(from);
        var to = (await cluster.CreateBareDatabaseAsync(Cancellation)).Settings(_folder.Path);
        await RestoreAsync(to);

        await using var host = await StorageHost.OpenAsync(to);

        Assert.Empty(await host.Get<ITurnStore>().LoadPendingAsync(10, TimeProvider.System.GetUtcNow().AddYears(1), [], Cancellation));
        var key = (await File.ReadAllTextAsync(_folder.Below("keys/sender/key-1"), Cancellation)).Trim();
        var backup = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Backup, Cancellation));
        Assert.DoesNotContain(key, backup, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", backup, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
    }

    [Fact]
    public async Task A_restore_sends_no_reply_of_the_past_and_says_that_withdrawals_must_be_applied_again()
    {
        var from = await FilledAsync();
        await using (var full = StorageHost.Unprepared(from))
        {
            var server = await full.Get<StorageStartup>().OpenServerAsync(StorageUse.Verb, Cancellation);
            await (await PostgresTools.ForAsync(server!, Cancellation)).DumpAsync(Backup, [], Cancellation);
        }

        var to = (await cluster.CreateBareDatabaseAsync(Cancellation)).Settings(_folder.Path);

        Assert.Equal(0, await RestoreAsync(to));

        await using var host = await StorageHost.OpenAsync(to);
        Assert.Empty(await host.Get<ITurnStore>().LoadPendingAsync(10, TimeProvider.System.GetUtcNow().AddYears(1), [], Cancellation));
        Assert.Matches(@"withdrew consent after the backup \(20\d\d-", _lines.ToString());
    }

    [Fact]
    public async Task A_broadcast_that_ran_when_the_backup_was_taken_does_not_run_on_by_itself()
    {
        var from = await FilledAsync();
        await using (var old = await StorageHost.OpenAsync(from))
        {
            await using var db = await old.OpenDbAsync();
            var now = TimeProvider.System.GetUtcNow();
            var campaign = new Campaign { Title = "Law Day", Plan = "{}", State = CampaignState.Started, CreatedAt = now, ChangedAt = now };
            db.AddRange(campaign, new Broadcast { CampaignId = campaign.Id, PlannedAt = now, Plan = "{}", State = BroadcastState.Running });
            await db.SaveChangesAsync(Cancellation);
        }

        await BackUpAsync(from);
        var to = (await cluster.CreateBareDatabaseAsync(Cancellation)).Settings(_folder.Path);

        await RestoreAsync(to);

        await using var host = await StorageHost.OpenAsync(to);
        await using var restored = await host.OpenDbAsync();
        var broadcast = await restored.Broadcasts.SingleAsync(Cancellation);
        Assert.Equal((BroadcastState.Paused, PauseReason.Restored), (broadcast.State, broadcast.PausedBecause));
    }

    [Fact]
    public async Task A_backup_never_replaces_a_file()
    {
        await File.WriteAllTextAsync(Backup, "mine", Cancellation);

        var code = await BackUpAsync(await FilledAsync());

        Assert.Equal(2, code);
        Assert.Equal("mine", await File.ReadAllTextAsync(Backup, Cancellation));
    }

    [Fact]
    public async Task Data_in_the_way_is_replaced_only_when_forced()
    {
        var settings = await FilledAsync();
        await BackUpAsync(settings);
        await using (var host = await StorageHost.OpenAsync(settings))
        {
            await host.Get<ISubscriberStore>().SubscribeAsync("telegram", "555", Worker, "v1", TimeProvider.System.GetUtcNow(), Cancellation);
        }

        Assert.Equal(2, await RestoreAsync(settings));
        Assert.Contains("table subscribers", _faults.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RestoreAsync(settings, force: true));

        await using var after = await StorageHost.OpenAsync(settings);
        Assert.NotNull(await after.Get<ISubscriberStore>().FindAsync("telegram", "987654", Cancellation));
        Assert.Null(await after.Get<ISubscriberStore>().FindAsync("telegram", "555", Cancellation));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_service()
    {
        var settings = await FilledAsync();
        await BackUpAsync(settings);
        await using var service = await StorageHost.OpenAsync(settings, use: StorageUse.Serve);
        await service.Get<ITurnStore>().LoadAsync([1, 2, 3, 4], Cancellation);

        var code = await RestoreAsync(settings, force: true);

        Assert.Equal(1, code);
        Assert.Contains("A service is running", _faults.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_or_a_broken_one_changes_nothing()
    {
        var settings = await FilledAsync();
        await BackUpAsync(settings);
        var whole = await File.ReadAllBytesAsync(Backup, Cancellation);
        var half = _folder.Below("half");
        await File.WriteAllBytesAsync(half, whole[..(whole.Length * 3 / 4)], Cancellation);
        var other = _folder.Below("other");
        await File.WriteAllTextAsync(other, "GIAM-SAT", Cancellation);

        Assert.Equal(1, await RestoreAsync(settings, force: true, file: other));
        Assert.Equal(1, await RestoreAsync(settings, force: true, file: half));
        Assert.Equal(2, await RestoreAsync(settings, force: true, file: _folder.Below("none")));

        await using var host = await StorageHost.OpenAsync(settings);
        Assert.NotNull(await host.Get<ISubscriberStore>().FindAsync("telegram", "987654", Cancellation));
        await using var command = host.Get<StorageStartup>().Source.CreateCommand("SELECT count(*) FROM pg_database WHERE datname LIKE 'outreach_restore_%'");
        Assert.Equal(0L, await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task In_memory_there_is_nothing_to_keep()
    {
        var memory = new Dictionary<string, string?> { ["Storage:Provider"] = "InMemory" };
        await File.WriteAllTextAsync(_folder.Below("some"), "", Cancellation);

        Assert.Equal(2, await BackUpAsync(memory));
        Assert.Equal(2, await RestoreAsync(memory, file: _folder.Below("some")));
        await using var host = StorageHost.Unprepared(memory);
        Assert.Equal(2, await host.Get<MigrateVerb>().RunAsync(Output, Cancellation));
    }

    [Fact]
    public async Task Migrating_says_what_it_applied_and_then_that_nothing_is_left()
    {
        var settings = (await cluster.CreateBareDatabaseAsync(Cancellation)).Settings(_folder.Path);
        await using var first = StorageHost.Unprepared(settings);
        await using var second = StorageHost.Unprepared(settings);

        Assert.Equal(0, await first.Get<MigrateVerb>().RunAsync(Output, Cancellation));
        Assert.Equal(0, await second.Get<MigrateVerb>().RunAsync(Output, Cancellation));

        Assert.Contains("_Initial", _lines.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("The database is up to date." + Environment.NewLine, _lines.ToString(), StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, string?>> FilledAsync()
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder.Path);
        await using var host = await StorageHost.OpenAsync(settings);
        await host.Get<ISubscriberStore>().SubscribeAsync("telegram", "987654", Worker, "v1", TimeProvider.System.GetUtcNow(), Cancellation);
        await host.Get<ITurnStore>().CommitAsync(
            new TurnCommit
            {
                SeenKey = [1, 1, 1, 1],
                ConversationKey = [2, 2, 2, 2],
                Replies = [new PendingReply { Id = Guid.NewGuid(), Channel = "telegram", Address = [3], Plan = "{}" }],
            },
            Cancellation);
        return settings;
    }

    private async Task<int> BackUpAsync(Dictionary<string, string?> settings)
    {
        await using var host = StorageHost.Unprepared(settings);
        return await host.Get<BackupVerb>().RunAsync(Backup, Output, Cancellation);
    }

    private async Task<int> RestoreAsync(Dictionary<string, string?> settings, bool force = false, string? file = null)
    {
        await using var host = StorageHost.Unprepared(settings);
        return await host.Get<RestoreVerb>().RunAsync(file ?? Backup, force, Output, Cancellation);
    }
}
