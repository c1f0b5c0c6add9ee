using System.Globalization;

namespace Outreach.Bot.Tests.EndToEnd.Broadcasts;

/// <summary>What is promised in seconds is promised for a machine that is ours. Where far more wants to run than there are cores, no second counts.</summary>
internal static class BusyMachine
{
    private const int Times = 5;
    private const string Load = "/proc/loadavg";

    public static TimeSpan Limit(TimeSpan promised) => IsBusy() ? promised * Times : promised;

    private static bool IsBusy() => File.Exists(Load)
        && double.Parse(File.ReadAllText(Load).Split(' ')[0], CultureInfo.InvariantCulture) > 2 * Environment.ProcessorCount;
}
