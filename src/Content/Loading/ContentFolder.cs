using Outreach.Content.Checks;

namespace Outreach.Content.Loading;

/// <summary>Reads a content folder from disk.</summary>
public static class ContentFolder
{
    private static readonly string[] TextEndings = [".md", ".yml", ".yaml"];

    /// <summary>All files below the folder; none where there is no such folder.</summary>
    public static ContentFiles Read(string folder)
    {
        var files = new ContentFiles();
        if (Directory.Exists(folder))
        {
            var root = new DirectoryInfo(folder);
            Read(root, "", RealPath(root), files);
        }

        return files;
    }

    private static void Read(DirectoryInfo directory, string prefix, string root, ContentFiles files)
    {
        try
        {
            // Names that begin with a dot or end with '~' are what editors and version control leave about.
            foreach (var entry in directory.EnumerateFileSystemInfos().Where(e => e.Name[0] != '.' && e.Name[^1] != '~').OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                Read(entry, prefix + entry.Name, root, files);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            files.AddFault(prefix.Length == 0 ? "." : prefix.TrimEnd('/'), Codes.CannotOpen, "this folder cannot be opened", "Give the service the right to read it.");
        }
    }

    private static void Read(FileSystemInfo entry, string path, string root, ContentFiles files)
    {
        if (entry.LinkTarget is not null && LeadsOut(entry, root))
        {
            files.AddFault(path, Codes.LinkOutOfFolder, "a symbolic link leads out of the content folder", "Put the file itself here.");
            return;
        }

        switch (entry)
        {
            case DirectoryInfo { LinkTarget: not null }:
                // Inside the folder its files are read where they are; following it could go round in a ring.
                break;
            case DirectoryInfo directory:
                Read(directory, path + "/", root, files);
                break;
            case FileInfo file when TextEndings.Contains(file.Extension.ToLowerInvariant()):
                ReadFile(file, path, files);
                break;
            default:
                files.AddUnread(path);
                break;
        }
    }

    private static void ReadFile(FileInfo file, string path, ContentFiles files)
    {
        try
        {
            using var stream = file.OpenRead();
            if (stream.Length > ContentFiles.MaxBytes)
            {
                files.AddTooLarge(path);
                return;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files.Add(path, bytes);
        }
        catch (FileNotFoundException) when (file.LinkTarget is null)
        {
            // Gone between listing and opening: the next look will not list it.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            files.AddFault(path, Codes.CannotOpen, "this file cannot be opened", "Give the service the right to read it, and close what holds it.");
        }
    }

    private static bool LeadsOut(FileSystemInfo entry, string root)
    {
        try
        {
            var target = entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
            return target is null || !target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // A ring of links leads nowhere.
            return true;
        }
    }

    private static string RealPath(DirectoryInfo root) =>
        (root.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? root.FullName).TrimEnd(Path.DirectorySeparatorChar);
}
