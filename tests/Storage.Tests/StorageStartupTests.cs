using Microsoft.Extensions.Options;
using Outreach.Storage.Keys;
using Outreach.Storage.Turns;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests;

public sealed class StorageStartupTests(TestCluster cluster) : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Storage:Provider", "Sqlite", "Storage:Provider must be Auto, Local, Postgres or InMemory; it is 'Sqlite'.")]
    [InlineData("Storage:Provider", "Postgres", "Storage:ConnectionString must be set when Storage:Provider is Postgres; it is empty.")]
    [InlineData("Storage:Directory", " ", "Storage:Directory must be the path of a folder; it is ' '.")]
    [InlineData("Storage:KeyDirectory", "", "Storage:KeyDirectory must be the path of a folder; it is ''.")]
    [InlineData("Storage:ConnectionString", "hunter2", "Storage:ConnectionString must be an Npgsql connection string that names Host and Database")]
    [InlineData("Organisation:TimeZone", "Mars/Olympus", "Organisation:TimeZone must be a time zone this machine knows (as Asia/Ho_Chi_Minh); it is 'Mars/Olympus'.")]
    [InlineData("Roles", "worker", "Roles: 'worker' is not one of all, public, console, sender.")]
    public async Task A_setting_out_of_bounds_is_named_with_its_bound_and_its_value(string key, string value, string message)
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var host = await StorageHost.OpenAsync(new Dictionary<string, string?> { ["Storage:Provider"] = "InMemory", [key] = value });
            host.Get<LocalDay>();
        });

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Local")]
    [InlineData("InMemory")]
    public async Task A_connection_string_beside_a_provider_that_ignores_it_is_an_error(string provider)
    {
        var settings = new Dictionary<string, string?> { ["Storage:Provider"] = provider, ["Storage:ConnectionString"] = "Host=db;Database=outreach" };

        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StorageHost.OpenAsync(settings));

        Assert.Contains($"Storage:Provider is {provider}", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auto_takes_the_connection_string_it_is_given()
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder.Path);
        settings["Storage:Provider"] = "auto";

        await using var host = await StorageHost.OpenAsync(settings);

        Assert.Equal(StorageProvider.Postgres, host.Get<StorageStartup>().Provider);
        Assert.False(host.Get<StorageStartup>().KeepsNothing);
    }

    [Fact]
    public async Task Memory_leaves_nothing_on_disk()
    {
        await using var host = await StorageHost.OpenAsync(
            new Dictionary<string, string?> { ["Storage:Provider"] = "InMemory", ["Storage:Directory"] = _folder.Below("data") }, use: StorageUse.Serve);

        Assert.True(host.Get<StorageStartup>().KeepsNothing);
        Assert.False(Directory.Exists(_folder.Below("data")));
    }

    [Fact]
    public async Task Memory_that_was_written_out_may_serve_a_channel_but_no_verb_that_shares()
    {
        await using var host = await StorageHost.OpenInMemoryAsync();

        host.Get<StorageStartup>().RequireDurableFor("telegram");

    }

    [Fact]
    public async Task Keys_of_another_database_are_refused()
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder.Path);
        await (await StorageHost.OpenAsync(settings)).DisposeAsync();
        File.Delete(_folder.Below("keys/sender/key-1"));

        var thrown = await Assert.ThrowsAsync<StorageStartException>(() => StorageHost.OpenAsync(settings));

        Assert.Contains(_folder.Below("keys/sender"), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_of_different_roles_share_a_database()
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder.Path);
        var console = new Dictionary<string, string?>(settings) { ["Roles"] = "console", ["Storage:KeyDirectory"] = _folder.Below("console-keys") };
        await using var all = await StorageHost.OpenAsync(new Dictionary<string, string?>(settings) { ["Roles"] = "public,sender" });

        await using var host = await StorageHost.OpenAsync(console);

        Assert.Throws<InvalidOperationException>(() => host.Get<KeyRing>().SealAddress("outbox", Guid.NewGuid(), "1"));
        Assert.False(Directory.Exists(_folder.Below("console-keys/sender")));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_so_without_its_password()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Postgres",
            ["Storage:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=outreach;Username=u;Password=hunter2",
            ["Storage:Directory"] = _folder.Path,
        };

        var thrown = await Assert.ThrowsAsync<StorageStartException>(() => StorageHost.OpenAsync(settings));

        Assert.Contains("does not answer", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_from_a_server_that_is_away()
    {
        var settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder.Path);
        settings["Storage:ConnectionString"] += ";Password=hunter2";

        var thrown = await Assert.ThrowsAsync<StorageStartException>(() => StorageHost.OpenAsync(settings));

        Assert.Contains("28P01", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_handed_out_before_it_was_prepared()
    {
        await using var host = StorageHost.Unprepared(new Dictionary<string, string?> { ["Storage:Provider"] = "InMemory" });

        Assert.Throws<InvalidOperationException>(() => host.Get<ITurnStore>());
    }
}
