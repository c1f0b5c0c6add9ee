namespace Outreach.Storage.Tests.Subscribers;

public sealed class MemorySubscriberLinksTests : SubscriberLinksContract
{
    private protected override Task<StorageHost> OpenAsync() => StorageHost.OpenInMemoryAsync(Clock);
}
