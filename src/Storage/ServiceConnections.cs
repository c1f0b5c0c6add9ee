using Npgsql;

namespace Outreach.Storage;

/// <summary>How the service connects: short patience, prepared statements, nothing of what is written in any message.</summary>
internal static class ServiceConnections
{
    /// <summary>By this name <c>restore</c> knows that a service is running, wherever it runs.</summary>
    public const string ServeName = "outreach serve";

    /// <summary>
    /// A node whose cable is out may leave half a batch behind, and its locks: the database asks after it and lets go within twelve seconds
    /// instead of two hours.
    /// </summary>
    private const string AsksAfterUs = "-c tcp_keepalives_idle=6 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    // Prepared saves the parsing; a plan kept from when a table was small reads all of it once it has grown. What is asked for by its key
    // is in memory or on a disk without arms: reading a table of ten thousand rows is no cheaper than fifty looks into its index.
    private const string Plans = "-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1";

    public static NpgsqlDataSource Create(string connectionString, StorageUse use)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = use == StorageUse.Serve ? ServeName : "outreach",
            IncludeErrorDetail = false,
            NoResetOnClose = true, // nothing here changes a session; six statements a batch saved
            PersistSecurityInfo = true, // the migrator opens its own connections; the string is never shown
        };
        SetUnlessGiven(parts, "Timeout", 5);
        SetUnlessGiven(parts, "Command Timeout", 10);
        SetUnlessGiven(parts, "Max Auto Prepare", 32);
        SetUnlessGiven(parts, "Auto Prepare Min Usages", 2);
        SetUnlessGiven(parts, "Maximum Pool Size", 20);
        parts.Options = string.Join(' ', new[] { AsksAfterUs, parts.Options, Plans }.Where(option => !string.IsNullOrEmpty(option)));
        // Without a logger factory: Npgsql's own lines are written nowhere.
        return new NpgsqlDataSourceBuilder(parts.ConnectionString).Build();
    }

    public static string StringOf(NpgsqlDataSource source) => source.ConnectionString;

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder parts, string key, int value)
    {
        if (!parts.ShouldSerialize(key)) // ContainsKey is true of every key that there is
        {
            parts[key] = value;
        }
    }
}
