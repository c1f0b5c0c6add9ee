using Outreach.Storage.Settings;
using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Settings;

public sealed class SharedNotesTests(TestCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_node_notes_another_finds_until_it_is_noted_anew()
    {
        using var folder = new ScratchFolder();
        await using var host = await PostgresHost.OpenAsync(cluster, folder);
        var (one, other) = (Node(host), Node(host));

        Assert.Null(await other.FindAsync("telegram.name", Cancellation));
        await one.SetAsync("telegram.name", "MotBot", Cancellation);
        Assert.Equal("MotBot", await other.FindAsync("telegram.name", Cancellation));
        await other.SetAsync("telegram.name", "HaiBot", Cancellation);
        Assert.Equal("HaiBot", await one.FindAsync("telegram.name", Cancellation));
    }

    [Fact]
    public async Task Nodes_that_need_a_secret_at_once_get_the_same_one_and_another_use_another()
    {
        using var folder = new ScratchFolder();
        await using var host = await PostgresHost.OpenAsync(cluster, folder);

        var secrets = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Node(host).SecretAsync("test", Cancellation)));

        Assert.Single(secrets.Select(Convert.ToHexString).Distinct());
        Assert.Equal(32, secrets[0].Length);
        Assert.NotEqual(secrets[0], await Node(host).SecretAsync("else", Cancellation));
    }

    [Fact]
    public async Task In_memory_it_is_kept_as_long_as_the_process()
    {
        await using var host = await StorageHost.OpenInMemoryAsync();
        var notes = host.Get<SharedNotes>();

        var secrets = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => notes.SecretAsync("test", Cancellation)));
        await notes.SetAsync("telegram.name", "MotBot", Cancellation);

        Assert.Single(secrets.Select(Convert.ToHexString).Distinct());
        Assert.Equal("MotBot", await notes.FindAsync("telegram.name", Cancellation));
    }

    /// <summary>Another node: nothing of it is known in memory.</summary>
    private static SharedNotes Node(StorageHost host) => new(host.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<OutreachDb>>());
}
