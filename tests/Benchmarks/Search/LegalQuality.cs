using System.Text.Json;
using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Benchmarks.Search;

/// <summary>nDCG@10 and recall@10 on the legal set, with the questions as they are and without marks.</summary>
internal static class LegalQuality
{
    private const int Depth = 10;

    /// <param name="runFolder">Where run files for the scorer of the set are written, or null.</param>
    public static void Print(LegalSet set, SynonymTable synonyms, string? runFolder)
    {
        var index = SearchIndex.Build(set.Articles, synonyms);
        var floor = new PlainBm25(set.Articles);
        Console.WriteLine($"{"legal",-26}{"nDCG@10",9}{"recall@10",11}");
        foreach (var (name, written) in new (string, Func<string, string>)[] { ("marked", t => t), ("stripped", TextNormalizer.Fold) })
        {
            Print($"search, {name}", set, q => [.. index.Find(written(q)).Hits.Select(h => h.Id)], runFolder);
            Print($"plain BM25, {name}", set, q => floor.Find(written(q), Depth), null);
        }
    }

    private static void Print(string name, LegalSet set, Func<string, string[]> find, string? runFolder)
    {
        var runs = set.Questions.Select(q => (Question: q, Ranked: find(q.Text))).ToArray();
        Console.WriteLine($"{name,-26}{runs.Average(r => Ndcg(r.Question, r.Ranked)),9:F4}{runs.Average(r => Recall(r.Question, r.Ranked)),11:F4}");
        if (runFolder is not null)
        {
            Directory.CreateDirectory(runFolder);
            var file = Path.Combine(runFolder, name.Replace(", ", "-", StringComparison.Ordinal) + ".jsonl");
            File.WriteAllLines(file, runs.Select(r =>
                $$"""{"id":{{JsonSerializer.Serialize(r.Question.Id)}},"ranked":{{JsonSerializer.Serialize(r.Ranked)}}}"""));
        }
    }

    private static double Recall(LegalQuestion question, string[] ranked) =>
        (double)question.Relevant.Count(ranked.Take(Depth).Contains) / question.Relevant.Length;

    private static double Ndcg(LegalQuestion question, string[] ranked)
    {
        var gained = ranked.Take(Depth).Select((id, i) => question.Relevant.Contains(id) ? 1 / Math.Log2(i + 2) : 0).Sum();
        return gained / Enumerable.Range(0, Math.Min(Depth, question.Relevant.Length)).Sum(i => 1 / Math.Log2(i + 2));
    }
}
