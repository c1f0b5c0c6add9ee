using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Requests;

public sealed class PostgresHelpRequestsTests(TestCluster cluster) : HelpRequestsContract
{
    private readonly ScratchFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    private protected override Task<CasesHost> StartAsync() => CasesHost.PostgresAsync(cluster, _folder.Path, Clock);
}
