using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

public sealed class PostgresInboxTests(TestCluster cluster) : InboxContract(cluster);
