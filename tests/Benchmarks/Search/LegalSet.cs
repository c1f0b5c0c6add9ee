using System.IO.Compression;
using System.Text.Json;
using Outreach.Content.Search;

namespace Outreach.Benchmarks.Search;

/// <summary>Articles of law, and questions with the articles that answer them.</summary>
internal sealed record LegalSet(SearchEntry[] Articles, LegalQuestion[] Questions)
{
    public static LegalSet Read(string folder)
    {
        using var corpus = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine(folder, "corpus.jsonl.gz")), CompressionMode.Decompress));
        using var questions = new StreamReader(Path.Combine(folder, "queries-dev.jsonl"));
        return new LegalSet(
            [.. Lines(corpus).Select(l => new SearchEntry
            {
                Id = Text(l, "id"), Question = Text(l, "title"), Variants = [], Title = "", Body = Text(l, "text"),
            })],
            [.. Lines(questions).Select(l => new LegalQuestion(
                Text(l, "id"), Text(l, "text"), [.. l.GetProperty("relevant").EnumerateArray().Select(r => r.GetString()!)],
                l.TryGetProperty("source", out var source) ? source.GetString() : null))]);
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private static IEnumerable<JsonElement> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return JsonElement.Parse(line);
        }
    }
}

/// <param name="Relevant">Ids of all articles that answer it.</param>
/// <param name="Source">Where it was taken from, if told.</param>
internal sealed record LegalQuestion(string Id, string Text, string[] Relevant, string? Source);
