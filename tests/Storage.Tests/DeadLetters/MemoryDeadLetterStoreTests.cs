namespace Outreach.Storage.Tests.DeadLetters;

public sealed class MemoryDeadLetterStoreTests : DeadLetterStoreContract
{
    private protected override Task<StorageHost> OpenAsync() => StorageHost.OpenInMemoryAsync(Clock);
}
