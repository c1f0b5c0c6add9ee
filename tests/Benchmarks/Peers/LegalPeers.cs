using System.Globalization;
using System.Text;
using Outreach.Benchmarks.Search;
using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Benchmarks.Peers;

/// <summary>Articles of law and the questions they answer through every search, as they are and without marks.</summary>
internal static class LegalPeers
{
    /// <summary>Questions that people asked themselves; the others are from examinations.</summary>
    private const string OwnWords = "vlsp2025-drill";

    public static async Task<string> RunAsync(string folder, SynonymTable synonyms, IPeer[] others, CancellationToken cancellationToken)
    {
        var set = LegalSet.Read(folder);
        string[] texts = [.. set.Questions.Select(q => q.Text)];
        var task = new PeerTask([.. set.Articles.Select(PeerDocument.Of)], [.. texts, .. texts.Select(TextNormalizer.Fold)]);
        var outcomes = await AllPeers.RunAsync([OwnPeer.OfArticles(set.Articles, synonyms), .. others], task, cancellationToken);
        var ran = outcomes.OfType<PeerOutcome.Ran>().ToArray();

        var report = new StringBuilder($"### Articles of law\n\n{set.Articles.Length} articles, {set.Questions.Length} questions.\n\n{Of(set, ran, _ => true)}\n");
        if (set.Questions.Any(q => q.Source == OwnWords))
        {
            report.Append(CultureInfo.InvariantCulture, $"Of these the {set.Questions.Count(q => q.Source == OwnWords)} that people asked in their own words (`{OwnWords}`):\n\n{Of(set, ran, q => q.Source == OwnWords)}\n");
        }

        return report.Append(AllPeers.NotRun(outcomes)).Append('\n').ToString();
    }

    private static string Of(LegalSet set, PeerOutcome.Ran[] ran, Func<LegalQuestion, bool> which) => Table.Of(
        ["", "recall@1", "recall@10", "MRR", "no marks: recall@1", "recall@10", "MRR", "p50 ms", "p99 ms", "build ms"],
        ran.Select(r => (string[])
        [
            r.Name,
            .. Figures([.. set.Questions.Zip(r.Answers).Where(a => which(a.First))]),
            .. Figures([.. set.Questions.Zip(r.Answers.Skip(set.Questions.Length)).Where(a => which(a.First))]),
            Table.Figure(Table.At(r.Answers.Select(a => a.Ms), 0.50)),
            Table.Figure(Table.At(r.Answers.Select(a => a.Ms), 0.99)),
            Table.Figure(r.BuildMs, "N0"),
        ]));

    private static string[] Figures((LegalQuestion Question, PeerAnswer Answer)[] asked) =>
    [
        Table.Figure(asked.Average(a => Recall(a.Question, a.Answer, 1)), "F3"),
        Table.Figure(asked.Average(a => Recall(a.Question, a.Answer, 10)), "F3"),
        Table.Figure(asked.Average(a => a.Answer.Rank(a.Question.Relevant.Contains) is var rank and > 0 ? 1.0 / rank : 0), "F3"),
    ];

    private static double Recall(LegalQuestion question, PeerAnswer answer, int depth) =>
        (double)answer.Hits.Take(depth).Count(h => question.Relevant.Contains(h.Id)) / question.Relevant.Length;
}
