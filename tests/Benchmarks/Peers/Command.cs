using System.ComponentModel;
using System.Diagnostics;

namespace Outreach.Benchmarks.Peers;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <returns>Null, or in one line why it did not go well.</returns>
    public static async Task<string?> RunAsync(string folder, TimeSpan patience, string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(either.Token);
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            await Task.WhenAll(errors, output, process.WaitForExitAsync(either.Token));
            return process.ExitCode == 0 ? null : $"`{program}` ended with {process.ExitCode}: {LastLine(await errors)}";
        }
        catch (Win32Exception)
        {
            return $"`{program}` is not on the PATH";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"not finished in {patience.TotalMinutes:F0} minutes";
        }
        finally
        {
            if (process is { HasExited: false })
            {
                process.Kill(entireProcessTree: true);
            }

            process?.Dispose();
        }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(l => l.Contains("rror", StringComparison.Ordinal)) ?? "no reason given";
}
