namespace Outreach.Storage.Tests.Turns;

public sealed class MemoryTurnStoreTests : TurnStoreContract
{
    private protected override Task<StorageHost> OpenAsync() => StorageHost.OpenInMemoryAsync(Clock);
}
