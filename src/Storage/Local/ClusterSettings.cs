using System.Globalization;

namespace Outreach.Storage.Local;

/// <summary>How the private cluster is run. Given at each start, so that a newer version of the service changes them.</summary>
internal static class ClusterSettings
{
    private static readonly string[] Always =
    [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "shared_buffers=32MB",
        "max_connections=60",
        "wal_level=minimal",
        "max_wal_senders=0",
        "min_wal_size=32MB",
        "max_wal_size=512MB",
        // Old segments kept for reuse keep what is in them: who wrote when, for weeks where little is written.
        "wal_recycle=off",
        "jit=off",
        "timezone=UTC",
        // Its log must not hold what people wrote. A refused row is an ERROR whose DETAIL quotes the whole row, and
        // no one setting hides that: errors go to the caller alone (log level "log" stands above "error").
        "log_min_messages=log",
        "log_min_error_statement=panic",
        "log_error_verbosity=terse",
        "log_parameter_max_length=0",
        "log_parameter_max_length_on_error=0",
        "log_statement=none",
        "log_min_duration_statement=-1",
        "log_min_duration_sample=-1",
        "log_connections=off",
        "log_disconnections=off",
        "log_checkpoints=off",
        "log_lock_waits=off",
        "log_temp_files=-1",
        "log_autovacuum_min_duration=-1",
        // Seven files, one a day of the week, each begun afresh.
        "logging_collector=on",
        "log_directory=log",
        "log_filename=postgresql-%a.log",
        "log_truncate_on_rotation=on",
        "log_rotation_age=1d",
        "log_rotation_size=0",
        "log_timezone=UTC",
    ];

    private static readonly string[] Durable = ["fsync=on", "synchronous_commit=on", "full_page_writes=on"];

    private static readonly string[] ForTests = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

    /// <summary>As one word for <c>pg_ctl -o</c>. No value holds a blank or a quote.</summary>
    public static string Arguments(int port, bool durable) =>
        string.Join(' ', Always.Concat(durable ? Durable : ForTests).Append(string.Create(CultureInfo.InvariantCulture, $"port={port}")).Select(s => "-c " + s));
}
