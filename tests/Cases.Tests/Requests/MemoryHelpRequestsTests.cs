namespace Outreach.Cases.Tests.Requests;

public sealed class MemoryHelpRequestsTests : HelpRequestsContract
{
    private protected override Task<CasesHost> StartAsync() => CasesHost.InMemoryAsync(Clock);
}
