namespace Outreach.Cases.Tests.Retention;

public sealed class MemoryKeepingTests : KeepingContract
{
    private protected override Task<CasesHost> StartAsync() => CasesHost.InMemoryAsync(Clock);
}
