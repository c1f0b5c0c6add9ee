using System.Diagnostics;
using System.Globalization;
using Outreach.Benchmarks.Turns;
using Outreach.Testing.Programs;

namespace Outreach.Benchmarks.Start;

/// <summary>Start to first answer on the private cluster, and memory after a minute of rest, beside a bare Kestrel program in the same run.</summary>
internal static class StartBenchmark
{
    private const int Starts = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    /// <param name="program">The published <c>outreach.dll</c>, or null for the one that was built beside this.</param>
    public static async Task<int> RunAsync(string? program)
    {
        var folder = BenchmarkFolder.Make("start");
        await using (await OutreachProgram.ServeAsync(folder, program))
        {
            // The first start makes the cluster and migrates: it is not the one that is measured.
        }

        var service = new List<double>();
        var bare = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            var clock = Stopwatch.StartNew();
            await using (var running = await OutreachProgram.ServeAsync(folder, program))
            {
                await AskAsync(running.Http);
                service.Add(clock.Elapsed.TotalMilliseconds);
            }

            clock.Restart();
            using var floor = await Floor.StartAsync(new Uri("http://127.0.0.1:1"));
            using var http = new HttpClient();
            using var answer = await http.PostAsync(floor.Address, new StringContent("""{"message":{"chat":{"id":1}}}"""));
            bare.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print($"start to first answer: median {Median(service):F0} ms (of {Starts}: {string.Join(", ", service.Select(ms => ms.ToString("F0", CultureInfo.InvariantCulture)))}); bare Kestrel program {Median(bare):F0} ms");

        await using var resting = await OutreachProgram.ServeAsync(folder, program);
        using var still = await Floor.StartAsync(new Uri("http://127.0.0.1:1"));
        await AskAsync(resting.Http);
        await Task.Delay(Rest, TimeProvider.System);
        Print($"memory (RSS) after {Rest.TotalSeconds:F0} s of rest: {ResidentMegabytes(resting.ProcessId):F0} MB; bare Kestrel program {ResidentMegabytes(still.ProcessId):F0} MB");
        return 0;
    }

    private static async Task AskAsync(HttpClient http)
    {
        using var form = new FormUrlEncodedContent([new("text", "nghi viec bao lau dc lanh bhtn"), new("m", "1")]);
        using var answer = await http.PostAsync(new Uri("/", UriKind.Relative), form);
        if (!(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Contains("74/2025/QH15", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The question was not answered.");
        }
    }

    private static double ResidentMegabytes(int process) => double.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
