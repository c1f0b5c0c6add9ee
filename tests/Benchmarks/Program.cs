using System.Globalization;
using Outreach.Benchmarks;
using Outreach.Benchmarks.Broadcasts;
using Outreach.Benchmarks.Help;
using Outreach.Benchmarks.Peers;
using Outreach.Benchmarks.Search;
using Outreach.Benchmarks.Start;
using Outreach.Benchmarks.Turns;

// dotnet run -c Release --project tests/Benchmarks -- NAME [--option VALUE …]
var benchmarks = new Dictionary<string, Func<Arguments, Task<int>>>(StringComparer.Ordinal)
{
    ["search"] = SearchBenchmark.RunAsync,
    ["peers"] = PeersBenchmark.RunAsync,
    ["turns"] = arguments => TurnsBenchmark.RunAsync(arguments.Find("program"), TimeSpan.FromSeconds(double.Parse(arguments.Find("seconds") ?? "10", CultureInfo.InvariantCulture))),
    ["help"] = _ => HelpBenchmark.RunAsync(),
    ["flood"] = arguments => FloodBenchmark.RunAsync(arguments.Find("program"), TimeSpan.FromSeconds(double.Parse(arguments.Find("seconds") ?? "60", CultureInfo.InvariantCulture))),
    ["broadcast"] = BroadcastBenchmark.RunAsync,
    ["start"] = arguments => StartBenchmark.RunAsync(arguments.Find("program")),
    ["floor"] = arguments => BareEndpoint.RunAsync(arguments.Find("url")!, arguments.Find("api")!),
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

return await run(new Arguments(args[1..]));
