using System.Globalization;

namespace Outreach.Benchmarks.Peers;

/// <summary>What a PostgreSQL server and its processes hold together, shared pages counted once. Linux only; elsewhere not a number.</summary>
/// <param name="logFolder">The log folder inside the cluster's own.</param>
internal sealed class ServerMemory(string logFolder)
{
    private const double KilobytesEach = 1024 / 1e6;

    public double Megabytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        var server = File.ReadLines(Path.Combine(Path.GetDirectoryName(logFolder)!, "postmaster.pid")).First();
        var processes = Directory.GetDirectories("/proc").Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0]));
        return processes.Where(p => Path.GetFileName(p) == server || Parent(p) == server).Sum(Kilobytes) * KilobytesEach;
    }

    private static string? Parent(string process)
    {
        try
        {
            // "1234 (name with) blanks) S 1 …"
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        }
        catch (IOException)
        {
            return null;   // it ended meanwhile
        }
    }

    private static double Kilobytes(string process)
    {
        try
        {
            var line = File.ReadLines(Path.Combine(process, "smaps_rollup")).First(l => l.StartsWith("Pss:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;   // it ended meanwhile
        }
    }
}
