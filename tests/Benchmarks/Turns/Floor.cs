using System.Diagnostics;
using Outreach.Testing.Programs;

namespace Outreach.Benchmarks.Turns;

/// <summary>The bare endpoint in a process of its own, so that it shares the machine as the service does.</summary>
internal sealed class Floor : IDisposable
{
    private readonly Process _process;

    private Floor(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }
    public int ProcessId => _process.Id;

    public static async Task<Floor> StartAsync(Uri api)
    {
        var address = new Uri($"http://127.0.0.1:{OutreachProgram.FreePort()}");
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Floor).Assembly.Location, "floor", "--url", address.ToString(), "--api", api.ToString()])
        {
            RedirectStandardOutput = true,
        })!;
        await process.StandardOutput.ReadLineAsync();
        return new Floor(process, address);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
