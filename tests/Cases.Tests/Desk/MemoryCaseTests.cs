namespace Outreach.Cases.Tests.Desk;

public sealed class MemoryCaseTests() : CaseContract(cluster: null);
