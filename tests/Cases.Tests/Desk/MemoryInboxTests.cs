namespace Outreach.Cases.Tests.Desk;

public sealed class MemoryInboxTests() : InboxContract(cluster: null);
