using System.Globalization;
using System.Text;
using Outreach.Content.Search.Evaluations;
using Outreach.Content.Shared;

namespace Outreach.Benchmarks.Peers;

/// <summary>Our content and labelled questions through every search.</summary>
internal static class QuestionPeers
{
    /// <param name="files">The thresholds are chosen on the first.</param>
    public static async Task<(string Report, SynonymTable Synonyms)> RunAsync(
        string content, string[] files, IPeer[] others, CancellationToken cancellationToken)
    {
        // Ours first, while nothing else is in the memory of this process.
        var (own, documents, synonyms) = OwnPeer.OfContent(content);
        var sets = files.Select(Read).ToArray();
        var task = new PeerTask(documents, [.. sets.SelectMany(s => s).Select(q => q.Text)]);
        var outcomes = await AllPeers.RunAsync([own, .. others], task, cancellationToken);
        var ids = documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var ran = outcomes.OfType<PeerOutcome.Ran>().Select(r => (Run: r, Threshold: Threshold.Choose([.. sets[0].Zip(r.Answers)]))).ToArray();

        var report = new StringBuilder();
        var from = 0;
        for (var i = 0; i < files.Length; i++)
        {
            var tables = new QuestionTables(
                [.. ran.Select(r => (r.Run.Name, r.Threshold, sets[i].Zip(r.Run.Answers.Skip(from)).ToArray(), r.Run))], ids.Contains);
            from += sets[i].Length;
            report.Append(CultureInfo.InvariantCulture, $"### {Path.GetFileNameWithoutExtension(files[i])}\n\n{tables.Counts()}\n\n{tables.Whole()}\nThe first is right, by how the question is written:\n\n{tables.ByStyle()}\n");
        }

        foreach (var (run, threshold) in ran.Where(r => r.Run.Answers.Any(a => a.Known is null)))
        {
            report.Append(CultureInfo.InvariantCulture, $"- {run.Name} counts as knowing the answer where {threshold.Scale} is above {threshold.Score:G4} (chosen on `{Path.GetFileNameWithoutExtension(files[0])}`).\n");
        }

        return (report.Append(AllPeers.NotRun(outcomes)).Append('\n').ToString(), synonyms);
    }

    private static LabelledQuestion[] Read(string file)
    {
        using var reader = new StreamReader(file);
        var faults = new List<string>();
        var questions = EvaluationFiles.ReadQuestions(reader, faults);
        return faults.Count == 0 ? [.. questions.Where(q => !q.IsCrisis)] : throw new InvalidDataException($"{file}: {string.Join("; ", faults)}");
    }
}
