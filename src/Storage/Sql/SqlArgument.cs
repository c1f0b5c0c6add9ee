using Npgsql;
using NpgsqlTypes;

namespace Outreach.Storage.Sql;

/// <summary>Arguments of statements, by position and without boxing.</summary>
internal static class SqlArgument
{
    public static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public static NpgsqlParameter OrNull(DateTimeOffset? at) =>
        new NpgsqlParameter<DateTime?> { TypedValue = at?.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter OrNull(short? number) => new NpgsqlParameter<short?> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Smallint };

    public static NpgsqlParameter OrNull(DateTimeOffset?[] times) =>
        new NpgsqlParameter<DateTime?[]> { TypedValue = [.. times.Select(at => at?.UtcDateTime)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
}
