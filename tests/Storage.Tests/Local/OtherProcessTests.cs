using System.Diagnostics;
using Outreach.Storage.Local;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Tests.Local;

/// <summary>What only another process can show: a hard kill, and another user.</summary>
public sealed class OtherProcessTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_service_leaves_its_cluster_running_and_the_next_takes_it_up()
    {
        using var service = await Probe.ServeAsync(_folder.Path);
        var server = ServerPid();
        service.Kill();
        await service.WaitForExitAsync(Cancellation);
        Assert.Equal(server, ServerPid());

        await using (var next = await OpenAsync(StorageUse.Serve))
        {
            Assert.Equal(server, ServerPid());
            Assert.False(await next.Get<ITurnStore>().CommitAsync(Probe.Turn, Cancellation));
            Assert.NotNull((await next.Get<ITurnStore>().LoadAsync(Probe.Turn.ConversationKey, Cancellation)).State);
        }

        Assert.False(File.Exists(PidFile()));
    }

    [Fact]
    public async Task While_one_process_serves_another_is_refused_and_a_verb_is_not()
    {
        using var service = await Probe.ServeAsync(_folder.Path);
        try
        {
            var refused = await Assert.ThrowsAsync<StorageStartException>(() => OpenAsync(StorageUse.Serve));
            Assert.Contains($"process {service.Id}", refused.Message, StringComparison.Ordinal);

            await using (var verb = await OpenAsync(StorageUse.Verb))
            {
                Assert.NotNull((await verb.Get<ITurnStore>().LoadAsync(Probe.Turn.ConversationKey, Cancellation)).State);
            }

            Assert.True(File.Exists(PidFile()));
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync(Cancellation);
            await (await OpenAsync(StorageUse.Verb)).DisposeAsync(); // the last to leave stops it
        }
    }

    [Fact]
    public async Task A_server_that_was_killed_too_is_started_again_with_what_was_stored()
    {
        using var service = await Probe.ServeAsync(_folder.Path);
        service.Kill();
        Process.GetProcessById(ServerPid()).Kill();
        await service.WaitForExitAsync(Cancellation);

        await using var next = await OpenAsync(StorageUse.Serve);

        Assert.False(await next.Get<ITurnStore>().CommitAsync(Probe.Turn, Cancellation));
    }

    [Fact]
    public async Task An_ordinary_user_needs_nobodys_help()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root becomes another user; otherwise the other suites show it");
        var method = $"{typeof(LocalStorageTests).FullName}.{nameof(LocalStorageTests.What_was_written_is_there_after_a_stop_and_a_start)}";

        var (exitCode, output) = await Probe.RunAsAsync("nobody", _folder.Path, "-method", method);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Total: 1", output, StringComparison.Ordinal);
    }

    private Task<StorageHost> OpenAsync(StorageUse use) => StorageHost.OpenAsync(
        new Dictionary<string, string?> { ["Storage:Provider"] = "Local", ["Storage:Directory"] = _folder.Path }, use: use, durable: true);

    private string PidFile() => Path.Combine(ClusterPlace.Load(_folder.Path)!.Cluster, "postmaster.pid");

    private int ServerPid() => int.Parse(File.ReadLines(PidFile()).First(), System.Globalization.CultureInfo.InvariantCulture);
}
