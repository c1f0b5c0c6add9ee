using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Outreach.Testing.Programs;

/// <summary>The real program in a process of its own: what a test can start, ask, kill and start again.</summary>
public sealed class OutreachProgram : IAsyncDisposable
{
    // A wait ends with what is waited for or with the program; this is for a program that hangs, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private const string LastLineOfStart = "Ctrl-C stops it.";

    private static readonly Dictionary<string, string> CompiledFast = new()
    {
        ["DOTNET_TC_QuickJitForLoops"] = "1",
        ["DOTNET_TC_CallCounting"] = "0",
        ["DOTNET_TieredPGO"] = "0",
    };

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OutreachProgram(Process process, Uri address, Uri console)
    {
        _process = process;
        Address = address;
        Console = console;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Address { get; }
    public Uri Console { get; }
    public HttpClient Http { get; }

    /// <summary>Everything it has written to its standard output and error so far.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    public int ProcessId => _process.Id;

    public bool HasEnded => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The folder of the repository: the nearest one above the tests that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The program as the tests' own build made it.</summary>
    public static string Built { get; } = Path.Combine(
        Root, "src", "Bot", "bin", AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "outreach.dll");

    /// <summary>Starts <c>serve</c> on free ports of the loopback and waits until it says it is ready.</summary>
    /// <param name="directory">The current folder of the process; data goes below it.</param>
    /// <param name="settings">As <c>Key:Sub=value</c>.</param>
    public static Task<OutreachProgram> ServeAsync(string directory, string? program = null, params string[] settings) => ServeAsync(directory, program ?? Built, [], settings);

    /// <summary>The same for a small library: compiled fast rather than well, it does with two thirds of the work.</summary>
    public static Task<OutreachProgram> ServeSmallAsync(string directory, params string[] settings) =>
        ServeAsync(directory, Built, CompiledFast, settings);

    /// <summary>Starts <c>serve</c> so, and does not wait: it may be killed before it is ready.</summary>
    public static OutreachProgram BeginSmall(string directory, params string[] settings) => Begin(directory, Built, CompiledFast, settings);

    /// <summary>Completes when it says that it is ready.</summary>
    public Task WhenReadyAsync() => UntilAsync(_ready.Task, "be ready");

    /// <summary>Waits for something that the program brings about. A program that ends or hangs instead says what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It ended, or it took minutes.</exception>
    public async Task UntilAsync(Task awaited, string what)
    {
        using var enough = new CancellationTokenSource();
        var first = await Task.WhenAny(awaited, _ended.Task, Task.Delay(Patience, TimeProvider.System, enough.Token));
        await enough.CancelAsync();
        if (first != awaited)
        {
            throw new InvalidOperationException($"The program {(first == _ended.Task ? $"ended with {ExitCode}" : "hung")} and did not {what}. It wrote:\n" + string.Join('\n', Lines));
        }

        await awaited;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string directory, params string[] arguments) =>
        RunWithInputAsync(directory, null, arguments);

    /// <summary>The same with something to read on its standard input.</summary>
    /// <param name="input">Null: it has the tests' own.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> RunWithInputAsync(string directory, string? input, params string[] arguments)
    {
        using var process = StartProcess(directory, Built, CompiledFast, arguments, reads: input is not null);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>As a power cut does it: no handler runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    /// <summary>As a machine that hangs: it does nothing and holds on to all that it has, until <see cref="WakeAsync"/>.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    public Task WakeAsync() => SignalAsync("-CONT");

    /// <summary>As a supervisor does it. Not as Ctrl-C: whoever runs the tests in the background may have that signal ignored.</summary>
    public async Task StopAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("-TERM");
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static async Task<OutreachProgram> ServeAsync(string directory, string program, Dictionary<string, string> environment, string[] settings)
    {
        var running = Begin(directory, program, environment, settings);
        try
        {
            await running.WhenReadyAsync();
            return running;
        }
        catch
        {
            await running.KillAsync();
            throw;
        }
    }

    private static OutreachProgram Begin(string directory, string program, Dictionary<string, string> environment, string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var console = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] arguments = [$"--Urls={address.ToString().TrimEnd('/')}", $"--Console:Urls={console.ToString().TrimEnd('/')}", .. settings.Select(s => "--" + s)];
        var running = new OutreachProgram(StartProcess(directory, program, environment, arguments), address, console);
        running.Listen();
        return running;
    }

    private static Process StartProcess(string directory, string program, Dictionary<string, string> environment, string[] arguments, bool reads = false)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = reads,
            StandardInputEncoding = reads ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : null,
        };
        // The tests' own settings are no settings of the program.
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    private void Listen()
    {
        void Read(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
            {
                return;
            }

            _lines.Enqueue(line.Data);
            if (line.Data == LastLineOfStart)
            {
                _ready.TrySetResult();
            }
        }

        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _ended.TrySetResult();
        _process.OutputDataReceived += Read;
        _process.ErrorDataReceived += Read;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Outreach.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
