using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

public sealed class PostgresDeskTests(TestCluster cluster) : DeskContract
{
    private readonly ScratchFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    private protected override Task<CasesHost> StartAsync() => CasesHost.PostgresAsync(cluster, _folder.Path, Clock);
}
