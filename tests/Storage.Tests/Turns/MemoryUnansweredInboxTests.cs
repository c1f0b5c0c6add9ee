namespace Outreach.Storage.Tests.Turns;

public sealed class MemoryUnansweredInboxTests : UnansweredInboxContract
{
    private protected override Task<StorageHost> OpenAsync() => StorageHost.OpenInMemoryAsync();
}
