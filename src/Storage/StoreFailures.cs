using Npgsql;

namespace Outreach.Storage;

/// <summary>Parts a database that is away (try later) from a write it refuses (a fault of ours).</summary>
internal static class StoreFailures
{
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        // 08 connection, 53 resources, 57 operator (shutdown, cancelled), 58 system, 40 rolled back, 25006 read-only standby.
        PostgresException postgres => postgres.SqlState is { Length: 5 } state
            && (state[..2] is "08" or "53" or "57" or "58" or "40" || state == PostgresErrorCodes.ReadOnlySqlTransaction),
        NpgsqlException => true,
        TimeoutException => true,
        { InnerException: { } inner } => IsUnavailable(inner),
        _ => false,
    };
}
