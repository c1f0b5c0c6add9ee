using System.Globalization;

namespace Outreach.Storage.Local;

/// <summary>One service at a time on a data folder.</summary>
internal sealed class ServeLock : IDisposable
{
    private readonly FileLock _lock;

    private ServeLock(FileLock held) => _lock = held;

    /// <exception cref="StorageStartException">Another service holds it.</exception>
    public static ServeLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        var held = FileLock.TryExclusive(FileOf(directory)) ?? throw new StorageStartException(
            $"Another 'serve' ({HolderOf(directory) ?? "process unknown"}) runs on {directory}. Stop it first, or give this one a Storage:Directory of its own.");
        File.WriteAllText(HolderFileOf(directory), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new ServeLock(held);
    }

    /// <summary>Whether a service holds it now.</summary>
    public static bool IsHeld(string directory)
    {
        if (!File.Exists(FileOf(directory)))
        {
            return false;
        }

        using var free = FileLock.TryExclusive(FileOf(directory));
        return free is null;
    }

    /// <summary>Who took it last, as <c>process 1234</c>.</summary>
    public static string? HolderOf(string directory) =>
        File.Exists(HolderFileOf(directory)) ? "process " + File.ReadAllText(HolderFileOf(directory)).Trim() : null;

    public void Dispose() => _lock.Dispose();

    private static string FileOf(string directory) => Path.Combine(directory, "serve.lock");

    // Beside the lock and not in it: while it is held nobody else can read it.
    private static string HolderFileOf(string directory) => Path.Combine(directory, "serve.pid");
}
