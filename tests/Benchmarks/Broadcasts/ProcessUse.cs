using System.Globalization;

namespace Outreach.Benchmarks.Broadcasts;

/// <summary>What a process has used, as Linux counts it.</summary>
/// <param name="CpuSeconds">Of all its threads.</param>
/// <param name="PeakMegabytes">The most memory it ever held (RSS).</param>
internal sealed record ProcessUse(double CpuSeconds, double PeakMegabytes)
{
    private const double TicksPerSecond = 100;

    public static ProcessUse Of(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        var peak = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return new ProcessUse(ticks / TicksPerSecond, long.Parse(peak, CultureInfo.InvariantCulture) / 1024.0);
    }
}
