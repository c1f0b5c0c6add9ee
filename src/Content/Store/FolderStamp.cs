using System.IO.Enumeration;

namespace Outreach.Content.Store;

/// <summary>A number that changes when a file below a folder is added, taken away or written.</summary>
internal static class FolderStamp
{
    public static long Of(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        long stamp = 1;
        try
        {
            var files = new FileSystemEnumerable<long>(
                folder,
                (ref FileSystemEntry entry) => HashCode.Combine(
                    string.GetHashCode(entry.ToSpecifiedFullPath(), StringComparison.Ordinal),
                    Written(ref entry)),
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true })
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            };
            foreach (var file in files)
            {
                // A sum: the order in which a disk lists its files does not count.
                unchecked
                {
                    stamp += file * 31 + 7;
                }
            }
        }
        catch (IOException)
        {
            // The folder went away while it was listed; the next look tells more.
        }

        return stamp;
    }

    private static (long, long) Written(ref FileSystemEntry entry)
    {
        if ((entry.Attributes & FileAttributes.ReparsePoint) == 0)
        {
            return (entry.LastWriteTimeUtc.Ticks, entry.Length);
        }

        // Mounted settings are links whose targets are swapped: the link itself never changes.
        var target = entry.ToFileSystemInfo().ResolveLinkTarget(returnFinalTarget: true);
        return target is FileInfo { Exists: true } file ? (file.LastWriteTimeUtc.Ticks, file.Length) : (0, 0);
    }
}
