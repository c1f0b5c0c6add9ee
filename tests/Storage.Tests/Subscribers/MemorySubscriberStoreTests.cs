namespace Outreach.Storage.Tests.Subscribers;

public sealed class MemorySubscriberStoreTests : SubscriberStoreContract
{
    private protected override Task<StorageHost> OpenAsync() => StorageHost.OpenInMemoryAsync(Clock);
}
