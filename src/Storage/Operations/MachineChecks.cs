using System.Globalization;
using Outreach.Storage.Keys;
using Outreach.Storage.Local;

namespace Outreach.Storage.Operations;

/// <summary>What can be seen without a database.</summary>
internal static class MachineChecks
{
    private const long WarnBelowBytes = 1L << 30;
    private const long FaultBelowBytes = 200L << 20;

    public static Finding Provider(StorageOptions settings, StorageProvider provider) => provider switch
    {
        StorageProvider.InMemory when settings.Named == StorageProvider.Auto =>
            new(FindingLevel.Warn, "provider", "InMemory, because there is neither a connection string nor PostgreSQL on this machine: nothing is kept"),
        StorageProvider.InMemory => new(FindingLevel.Warn, "provider", "InMemory: nothing is kept"),
        _ => new(FindingLevel.Ok, "provider", provider.ToString()),
    };

    public static IEnumerable<Finding> Clock(LocalDay day, TimeProvider time)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), day.Zone);
        yield return new Finding(FindingLevel.Ok, "clock", string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd HH:mm:ss zzz} in {day.Zone.Id}"));
    }

    public static IEnumerable<Finding> Programs(StorageProvider provider)
    {
        var programs = PostgresPrograms.FindAll();
        yield return programs.Count > 0
            ? new Finding(FindingLevel.Ok, "programs", "PostgreSQL " + string.Join(", ", programs.Select(p => $"{p.Major} in {p.Folder}")))
            : new Finding(
                provider == StorageProvider.Local ? FindingLevel.Fault : FindingLevel.Warn,
                "programs",
                "PostgreSQL's programs are not on this machine: no private database, no backup, no restore. Install the package postgresql.");
    }

    public static IEnumerable<Finding> Folders(StorageOptions settings, StorageProvider provider)
    {
        var directory = settings.FullDirectory;
        if (!Directory.Exists(directory))
        {
            yield return new Finding(FindingLevel.Ok, "folder", $"{directory} is not there yet: the first start makes it");
            yield break;
        }

        yield return new Finding(FindingLevel.Ok, "folder", directory);
        if (provider == StorageProvider.Local)
        {
            yield return new Finding(FindingLevel.Ok, "locks", ServeLock.IsHeld(directory)
                ? $"a service runs on it ({ServeLock.HolderOf(directory)})"
                : "no service runs on it");
            if (ClusterPlace.Load(directory) is { } place)
            {
                yield return Space(place.Folder);
                yield break;
            }
        }

        yield return Space(directory);
    }

    public static IEnumerable<Finding> Keys(StorageOptions settings)
    {
        foreach (var name in new[] { "console", "sender", "public" })
        {
            var folder = Path.Combine(settings.FullKeyDirectory, name);
            if (KeyFolder.FindFault(folder) is { } fault)
            {
                yield return new Finding(FindingLevel.Fault, "keys", fault);
            }
            else
            {
                yield return new Finding(FindingLevel.Ok, "keys", Directory.Exists(folder) ? folder : $"{folder} is not there yet: the first start in its role makes it");
            }
        }
    }

    private static Finding Space(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var level = free < FaultBelowBytes ? FindingLevel.Fault : free < WarnBelowBytes ? FindingLevel.Warn : FindingLevel.Ok;
        return new Finding(level, "disk", string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB free at {folder}"));
    }
}
