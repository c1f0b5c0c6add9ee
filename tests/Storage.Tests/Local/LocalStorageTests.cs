using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Outreach.Storage.Local;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Tests.Local;

/// <summary>The private cluster as a program has it: <c>Storage:Provider=Local</c> and nothing else set.</summary>
public sealed class LocalStorageTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_a_stop_and_a_start()
    {
        var turn = new TurnCommit { SeenKey = [1, 2, 3, 4], ConversationKey = [5, 6, 7, 8], State = new("vi", "{}", DateTimeOffset.MaxValue.AddDays(-1)) };
        await using (var first = await OpenAsync(StorageUse.Serve))
        {
            await first.Get<ITurnStore>().CommitAsync(turn, Cancellation);
        }

        Assert.False(IsRunning());
        await using var second = await OpenAsync(StorageUse.Serve);

        Assert.Equal(StorageProvider.Local, second.Get<StorageStartup>().Provider);
        Assert.False(await second.Get<ITurnStore>().CommitAsync(turn, Cancellation));
        Assert.NotNull((await second.Get<ITurnStore>().LoadAsync(turn.ConversationKey, Cancellation)).State);
    }

    [Fact]
    public async Task It_is_durable_reachable_from_this_machine_alone_and_keeps_what_people_write_out_of_its_log()
    {
        await using var host = await OpenAsync(StorageUse.Serve, durable: true);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Below("postgres.password")));
        foreach (var (setting, wanted) in new[]
        {
            ("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on"), ("shared_buffers", "32MB"),
            ("listen_addresses", "127.0.0.1"), ("unix_socket_directories", ""), ("password_encryption", "scram-sha-256"),
            ("log_min_messages", "log"), ("log_min_error_statement", "panic"), ("log_parameter_max_length_on_error", "0"),
            ("log_statement", "none"), ("log_min_duration_statement", "-1"), ("log_connections", "off"), ("log_error_verbosity", "terse"),
        })
        {
            Assert.Equal((setting, wanted), (setting, await ShowAsync(host, setting)));
        }

        var wrong = new NpgsqlConnectionStringBuilder(host.Get<StorageStartup>().Source.ConnectionString) { Password = "wrong", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancellation));
    }

    [Fact]
    public async Task A_second_service_on_the_same_folder_is_refused_with_the_first_ones_process()
    {
        await using var first = await OpenAsync(StorageUse.Serve);

        var thrown = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync(StorageUse.Serve));

        Assert.Contains($"process {Environment.ProcessId}", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_beside_the_service_uses_its_cluster_and_the_last_to_leave_stops_it()
    {
        var service = await OpenAsync(StorageUse.Serve);
        var verb = await OpenAsync(StorageUse.Verb);

        await service.DisposeAsync();
        Assert.True(IsRunning());
        Assert.Equal("32MB", await ShowAsync(verb, "shared_buffers"));

        await verb.DisposeAsync();
        Assert.False(IsRunning());
    }

    [Fact]
    public async Task Several_that_start_together_share_one_cluster()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OpenAsync(StorageUse.Verb)));

        Assert.Single(hosts.Select(h => new NpgsqlConnectionStringBuilder(h.Get<StorageStartup>().Source.ConnectionString).Port).Distinct());
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        Assert.False(IsRunning());
    }

    [Fact]
    public async Task When_its_port_is_taken_it_moves_to_another()
    {
        await (await OpenAsync(StorageUse.Verb)).DisposeAsync();
        var port = ClusterPlace.Load(_folder.Path)!.Port;
        using var thief = new TcpListener(IPAddress.Loopback, port);
        thief.Start();

        await using var host = await OpenAsync(StorageUse.Verb);

        Assert.NotEqual(port, ClusterPlace.Load(_folder.Path)!.Port);
        Assert.Equal("32MB", await ShowAsync(host, "shared_buffers"));
    }

    [Fact]
    public async Task It_keeps_its_port_while_that_is_free()
    {
        await (await OpenAsync(StorageUse.Verb)).DisposeAsync();
        var port = ClusterPlace.Load(_folder.Path)!.Port;

        await (await OpenAsync(StorageUse.Verb)).DisposeAsync();

        Assert.Equal(port, ClusterPlace.Load(_folder.Path)!.Port);
    }

    [Fact]
    public async Task Data_of_another_major_version_is_named_and_left_alone()
    {
        await (await OpenAsync(StorageUse.Verb)).DisposeAsync();
        var version = Path.Combine(ClusterPlace.Load(_folder.Path)!.Cluster, "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n", Cancellation);

        var thrown = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync(StorageUse.Verb));

        Assert.Contains("written by PostgreSQL 9", thrown.Message, StringComparison.Ordinal);
        Assert.False(IsRunning());
        Assert.Equal("9\n", await File.ReadAllTextAsync(version, Cancellation));
    }

    [Fact]
    public async Task What_an_interrupted_first_start_left_is_swept_away()
    {
        await (await OpenAsync(StorageUse.Verb)).DisposeAsync();
        var place = ClusterPlace.Load(_folder.Path)!;
        Directory.Move(place.Cluster, place.Draft);
        File.Delete(Path.Combine(place.Draft, "global", "pg_control"));

        await using var host = await OpenAsync(StorageUse.Verb);

        Assert.Equal("32MB", await ShowAsync(host, "shared_buffers"));
        Assert.False(Directory.Exists(place.Draft));
    }

    [Fact]
    public async Task The_server_has_a_session_of_its_own_so_that_an_interrupt_does_not_reach_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        await using var host = await OpenAsync(StorageUse.Verb);
        var pid = (await File.ReadAllLinesAsync(Path.Combine(ClusterPlace.Load(_folder.Path)!.Cluster, "postmaster.pid"), Cancellation))[0];

        // /proc/PID/stat: pid (name) state parent group session …
        var stat = (await File.ReadAllTextAsync($"/proc/{pid}/stat", Cancellation)).Split(") ")[1].Split(' ');

        Assert.Equal((pid, pid), (stat[2], stat[3]));
    }

    [Fact]
    public async Task Below_a_folder_closed_to_the_servers_user_the_data_goes_elsewhere_and_is_found_again()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root becomes another user");
        var closed = _folder.Below("home");
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var data = Path.Combine(closed, "data");
        var place = ClusterPlace.Outside(data);
        try
        {
            await (await OpenAsync(StorageUse.Serve, data)).DisposeAsync();
            File.SetUnixFileMode(closed, File.GetUnixFileMode(closed) | UnixFileMode.OtherExecute);

            await using var again = await OpenAsync(StorageUse.Serve, data);

            Assert.Equal(place, ClusterPlace.Load(data)!.Folder);
            Assert.True(Directory.Exists(Path.Combine(place, "cluster")));
            Assert.False(Directory.Exists(Path.Combine(data, "postgres")));
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    [Fact]
    public async Task A_folder_that_was_closed_afterwards_is_named()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root becomes another user");
        var parent = _folder.Below("home");
        var data = Path.Combine(parent, "data");
        await (await OpenAsync(StorageUse.Verb, data)).DisposeAsync();
        File.SetUnixFileMode(parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var thrown = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync(StorageUse.Verb, data));

        Assert.Contains($"chmod o+x '{parent}'", thrown.Message, StringComparison.Ordinal);
    }

    private Task<StorageHost> OpenAsync(StorageUse use, string? directory = null, bool durable = false) => StorageHost.OpenAsync(
        new Dictionary<string, string?> { ["Storage:Provider"] = "Local", ["Storage:Directory"] = directory ?? _folder.Path }, use: use, durable: durable);

    private bool IsRunning()
    {
        var pidFile = Path.Combine(ClusterPlace.Load(_folder.Path)!.Cluster, "postmaster.pid");
        return File.Exists(pidFile) && Process.GetProcessById(int.Parse(File.ReadLines(pidFile).First(), System.Globalization.CultureInfo.InvariantCulture)) is not null;
    }

    private static async Task<string?> ShowAsync(StorageHost host, string setting)
    {
        await using var command = host.Get<StorageStartup>().Source.CreateCommand($"SHOW {setting}");
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }
}
