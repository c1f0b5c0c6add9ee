namespace Outreach.Cases.Tests.Desk;

public sealed class MemoryDeskTests : DeskContract
{
    private protected override Task<CasesHost> StartAsync() => CasesHost.InMemoryAsync(Clock);
}
