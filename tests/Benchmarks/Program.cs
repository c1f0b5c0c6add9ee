using Outreach.Benchmarks;
using Outreach.Benchmarks.Search;

// dotnet run -c Release --project tests/Benchmarks -- NAME [--option VALUE …]
var benchmarks = new Dictionary<string, Func<Arguments, Task<int>>>(StringComparer.Ordinal)
{
    ["search"] = SearchBenchmark.RunAsync,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

return await run(new Arguments(args[1..]));
