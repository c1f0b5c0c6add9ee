using Outreach.Testing.Postgres;

namespace Outreach.Storage.Tests.Subscribers;

public sealed class PostgresSubscriberLinksTests(TestCluster cluster) : SubscriberLinksContract
{
    private readonly ScratchFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    private protected override Task<StorageHost> OpenAsync() => PostgresHost.OpenAsync(cluster, _folder, Clock);
}
