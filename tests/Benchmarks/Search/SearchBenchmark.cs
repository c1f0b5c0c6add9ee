using Outreach.Content.Loading;
using Outreach.Content.Shared;

namespace Outreach.Benchmarks.Search;

/// <summary>
/// <c>search --legal DIR [--content DIR] [--sizes 100,1000,60000] [--run DIR]</c>: how well and how fast the search finds articles of law,
/// beside a plain BM25 over single syllables in the same run. The set is not in the repository: DIR has corpus.jsonl.gz and queries-dev.jsonl.
/// </summary>
internal static class SearchBenchmark
{
    private const string DefaultSizes = "100,1000,60000";

    public static async Task<int> RunAsync(Arguments arguments)
    {
        if (arguments.Find("legal") is not { } folder)
        {
            await Console.Error.WriteLineAsync("search needs --legal DIR with corpus.jsonl.gz and queries-dev.jsonl.");
            return 2;
        }

        var synonyms = Synonyms(arguments.Find("content") ?? "content");
        var set = LegalSet.Read(folder);
        LegalQuality.Print(set, synonyms, arguments.Find("run"));
        foreach (var size in (arguments.Find("sizes") ?? DefaultSizes).Split(','))
        {
            SearchSpeed.Print(set, synonyms, int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
        }

        return 0;
    }

    private static SynonymTable Synonyms(string folder)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return ContentCompiler.Compile(ContentFolder.Read(folder), today).SnapshotOver(Content.ContentSnapshot.Empty("")).Synonyms;
    }
}
