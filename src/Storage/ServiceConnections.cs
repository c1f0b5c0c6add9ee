using Npgsql;

namespace Outreach.Storage;

/// <summary>How the service connects: short patience, prepared statements, nothing of what is written in any message.</summary>
internal static class ServiceConnections
{
    /// <summary>By this name <c>restore</c> knows that a service is running, wherever it runs.</summary>
    public const string ServeName = "outreach serve";

    public static NpgsqlDataSource Create(string connectionString, StorageUse use)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = use == StorageUse.Serve ? ServeName : "outreach",
            IncludeErrorDetail = false,
            PersistSecurityInfo = true, // the migrator opens its own connections; the string is never shown
        };
        SetUnlessGiven(parts, "Timeout", 5);
        SetUnlessGiven(parts, "Command Timeout", 10);
        SetUnlessGiven(parts, "Max Auto Prepare", 32);
        SetUnlessGiven(parts, "Auto Prepare Min Usages", 2);
        SetUnlessGiven(parts, "Maximum Pool Size", 20);
        // Without a logger factory: Npgsql's own lines are written nowhere.
        return new NpgsqlDataSourceBuilder(parts.ConnectionString).Build();
    }

    public static string StringOf(NpgsqlDataSource source) => source.ConnectionString;

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder parts, string key, int value)
    {
        if (!parts.ContainsKey(key))
        {
            parts[key] = value;
        }
    }
}
