using System.Diagnostics;
using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Benchmarks.Search;

/// <summary>Time of a search, of building, and memory, on libraries of a given size put together from the corpus.</summary>
internal static class SearchSpeed
{
    private const int Rounds = 5;
    private const int BodyChars = 900;
    private const int VariantChars = 70;
    private const int VariantsEach = 6;

    public static void Print(LegalSet set, SynonymTable synonyms, int size)
    {
        var entries = Enumerable.Range(0, size).Select(i => Entry(set.Articles, i)).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var index = SearchIndex.Build(entries, synonyms);
        var build = Stopwatch.GetElapsedTime(start);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var times = Times(set, q => index.Find(q));
        var floor = new PlainBm25(entries);
        var floorTimes = Times(set, q => floor.Find(q, 10));
        Console.WriteLine(
            $"{size,7:N0} entries: build {build.TotalMilliseconds:N0} ms, index {memory / 1e6:N1} MB, search p50 {At(times, 0.5):F3} ms "
            + $"p99 {At(times, 0.99):F3} ms; plain BM25 p50 {At(floorTimes, 0.5):F3} ms p99 {At(floorTimes, 0.99):F3} ms");
        GC.KeepAlive(index);
    }

    /// <summary>Shaped like an answer: a question, short variants, a page of text; which pieces go together is fixed by its number.</summary>
    private static SearchEntry Entry(SearchEntry[] articles, int number)
    {
        var body = articles[(int)(number * 104_729L % articles.Length)].Body;
        return new SearchEntry
        {
            Id = $"e{number}",
            Question = articles[number % articles.Length].Question,
            Variants = [.. Enumerable.Range(1, VariantsEach).Select(v => Piece(articles[(int)(((number * 7_919L) + v) % articles.Length)].Body, number))],
            Title = "",
            Body = body[..Math.Min(BodyChars, body.Length)],
        };
    }

    private static string Piece(string text, int number)
    {
        var from = text.Length > VariantChars ? number % (text.Length - VariantChars) : 0;
        return text[from..Math.Min(text.Length, from + VariantChars)];
    }

    /// <summary>The best of some rounds of each question: what the search takes, not what else the machine was doing.</summary>
    private static double[] Times(LegalSet set, Action<string> find)
    {
        var best = Enumerable.Repeat(double.MaxValue, set.Questions.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var q = 0; q < best.Length; q++)
            {
                var start = Stopwatch.GetTimestamp();
                find(set.Questions[q].Text);
                best[q] = Math.Min(best[q], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return [.. best.Order()];
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
