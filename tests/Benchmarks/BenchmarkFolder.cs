namespace Outreach.Benchmarks;

/// <summary>A folder for one run. As root the private cluster runs as somebody else, who must be able to get there.</summary>
internal static class BenchmarkFolder
{
    public static string Make(string name)
    {
        var folder = Directory.CreateTempSubdirectory($"outreach-{name}-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        return folder;
    }
}
