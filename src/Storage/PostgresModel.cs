using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Outreach.Storage;

/// <summary>How EF Core speaks to PostgreSQL here: once for the service, the tools and the tests.</summary>
public static class PostgresModel
{
    internal const string HistoryTable = "schema_migrations";

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) =>
        Quiet(builder).UseNpgsql(connectionString, o => o.MigrationsHistoryTable(HistoryTable));

    internal static void Configure(DbContextOptionsBuilder builder, NpgsqlDataSource source) =>
        Quiet(builder).UseNpgsql(source, o => o.MigrationsHistoryTable(HistoryTable));

    /// <summary>EF's own log lines may carry values out of statements and exceptions: none of them is written, at any level.</summary>
    internal static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder builder) =>
        builder.UseLoggerFactory(NullLoggerFactory.Instance).EnableSensitiveDataLogging(false);
}
