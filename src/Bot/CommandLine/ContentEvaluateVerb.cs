using System.Globalization;
using Outreach.Content.Search.Evaluations;

namespace Outreach.Bot.CommandLine;

/// <summary><c>content evaluate</c>: how well labelled questions are answered.</summary>
internal static class ContentEvaluateVerb
{
    public static async Task<int> RunAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var file = call.Option("queries") ?? throw new WrongUseException("Name the questions: --queries FILE.jsonl.");
        var configuration = VerbSettings.Read(call);
        var store = VerbContent.Open(call, configuration, VerbSettings.Organisation(configuration).Value);
        var faults = new List<string>();
        var questions = Read(file, reader => EvaluationFiles.ReadQuestions(reader, faults));
        var before = call.Option("against") is { } against ? Read(against, reader => EvaluationFiles.ReadRun(reader, faults)) : null;
        var report = new Evaluation(store.Current, TimeProvider.System).Run(questions);
        if (call.Option("run") is { } run)
        {
            await using var writer = Create(run);
            EvaluationFiles.WriteRun(report.Lines, writer);
        }

        await terminal.Out.WriteLineAsync(call.Json ? EvaluationFiles.ToJson(report.Summary) : Plain(report.Summary));
        if (before is not null)
        {
            await WriteComparisonAsync(terminal.Error, EvaluationComparison.Of(questions, report.Lines, before));
        }

        foreach (var fault in faults)
        {
            await terminal.Error.WriteLineAsync(fault);
        }

        return faults.Count > 0 ? ExitCodes.Fault : ExitCodes.Done;
    }

    private static IReadOnlyList<T> Read<T>(string file, Func<TextReader, IReadOnlyList<T>> read)
    {
        try
        {
            using var reader = new StreamReader(file);
            return read(reader);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongUseException($"'{file}' cannot be read ({fault.GetType().Name}).");
        }
    }

    private static StreamWriter Create(string file)
    {
        try
        {
            return new StreamWriter(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongUseException($"'{file}' cannot be written ({fault.GetType().Name}).");
        }
    }

    private static string Plain(EvaluationSummary summary) => string.Join('\n', new[]
    {
        Line("questions", summary.N), Line("without an answer", summary.Uncovered), Line("top 1", summary.Top1), Line("top 3", summary.Top3),
        Line("mean reciprocal rank", summary.Mrr), Line("out of scope answered", summary.OutOfScopeAnswered),
        Line("crisis recall", summary.CrisisRecall), Line("crisis false", summary.CrisisFalse),
    }.Concat(summary.Styles.Select(style => string.Create(
        CultureInfo.InvariantCulture, $"  {style.Key,-22} n {style.Value.N,5}  top 1 {style.Value.Top1:0.0000}  top 3 {style.Value.Top3:0.0000}")))
    .Append(string.Create(CultureInfo.InvariantCulture, $"build {summary.BuildMs:0} ms, p50 {summary.P50Ms:0.000} ms, p99 {summary.P99Ms:0.000} ms, {summary.MemoryMb:0} MB")));

    private static string Line(string name, double? value) => string.Create(CultureInfo.InvariantCulture, $"{name,-24} {value:0.####}");

    private static async Task WriteComparisonAsync(TextWriter error, EvaluationComparison comparison)
    {
        await error.WriteLineAsync($"better: {comparison.Better.Count}, worse: {comparison.Worse.Count}, not in the earlier run: {comparison.Missing.Count}");
        await error.WriteLineAsync("worse: " + string.Join(' ', comparison.Worse));
    }
}
