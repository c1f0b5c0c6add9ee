namespace Outreach.Cases.Tests.Desk;

public sealed class MemoryReplyTests() : ReplyContract(cluster: null);
