using System.Diagnostics;
using Outreach.Storage.Turns;

namespace Outreach.Storage.Tests.Local;

/// <summary>This test program started once more, as another process: to be killed, or to run as another user.</summary>
public sealed class Probe
{
    private const string DirectoryVariable = "OUTREACH_PROBE_DIRECTORY";

    public static readonly TurnCommit Turn = new()
    {
        SeenKey = [1, 2, 3, 4],
        ConversationKey = [5, 6, 7, 8],
        State = new ConversationState("vi", "{}", DateTimeOffset.MaxValue.AddDays(-1)),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Not a test: what the other process does. Serves until it is killed.</summary>
    [Fact(Explicit = true)]
    public async Task Serves_until_it_is_killed()
    {
        var directory = Environment.GetEnvironmentVariable(DirectoryVariable)!;
        await using var host = await StorageHost.OpenAsync(
            new Dictionary<string, string?> { ["Storage:Provider"] = "Local", ["Storage:Directory"] = directory }, use: StorageUse.Serve, durable: true);
        await host.Get<ITurnStore>().CommitAsync(Turn, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(directory, "ready"), "", Cancellation);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Cancellation);
    }

    /// <summary>Starts one and waits until it serves.</summary>
    internal static async Task<Process> ServeAsync(string directory)
    {
        var process = Start(null, directory, "-explicit", "only", "-method", $"{typeof(Probe).FullName}.{nameof(Serves_until_it_is_killed)}");
        while (!File.Exists(Path.Combine(directory, "ready")))
        {
            Assert.False(process.HasExited, "the other process ended by itself");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        return process;
    }

    /// <summary>Runs tests of this program as another user of the machine.</summary>
    /// <returns>The exit code and what was printed.</returns>
    internal static async Task<(int ExitCode, string Output)> RunAsAsync(string user, string directory, params string[] arguments)
    {
        using var process = Start(user, directory, arguments);
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, output);
    }

    private static Process Start(string? user, string directory, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Storage.Tests");
        string[] command = user is null ? [program, .. arguments] : ["runuser", "-u", user, "--", program, .. arguments];
        var info = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/", RedirectStandardOutput = true };
        info.Environment[DirectoryVariable] = directory;
        return Process.Start(info)!;
    }
}
