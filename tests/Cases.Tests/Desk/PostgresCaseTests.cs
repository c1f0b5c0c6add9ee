using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

public sealed class PostgresCaseTests(TestCluster cluster) : CaseContract(cluster);
