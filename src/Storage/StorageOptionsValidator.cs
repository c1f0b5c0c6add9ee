using Microsoft.Extensions.Options;
using Npgsql;

namespace Outreach.Storage;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(StorageOptions options)
    {
        if (!Enum.GetNames<StorageProvider>().Contains(options.Provider, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"Storage:Provider must be Auto, Local, Postgres or InMemory; it is '{options.Provider}'.";
            yield break;
        }

        var hasString = !string.IsNullOrWhiteSpace(options.ConnectionString);
        if (options.Named == StorageProvider.Postgres && !hasString)
        {
            yield return "Storage:ConnectionString must be set when Storage:Provider is Postgres; it is empty.";
        }

        if (options.Named is StorageProvider.Local or StorageProvider.InMemory && hasString)
        {
            yield return $"Storage:ConnectionString must be empty when Storage:Provider is {options.Named}; it is set. Remove one of the two.";
        }

        if (hasString && !Names(options.ConnectionString!))
        {
            yield return "Storage:ConnectionString must be an Npgsql connection string that names Host and Database; it is not (its value is not shown here).";
        }

        foreach (var (key, value) in new[] { ("Directory", options.Directory), ("KeyDirectory", options.KeyDirectory ?? "-") })
        {
            if (string.IsNullOrWhiteSpace(value) || value.Contains('\0', StringComparison.Ordinal))
            {
                yield return $"Storage:{key} must be the path of a folder; it is '{value}'.";
            }
        }
    }

    private static bool Names(string connectionString)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return !string.IsNullOrEmpty(parts.Host) && !string.IsNullOrEmpty(parts.Database);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
