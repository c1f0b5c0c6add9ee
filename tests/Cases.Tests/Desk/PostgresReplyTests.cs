using Outreach.Testing.Postgres;

namespace Outreach.Cases.Tests.Desk;

public sealed class PostgresReplyTests(TestCluster cluster) : ReplyContract(cluster);
