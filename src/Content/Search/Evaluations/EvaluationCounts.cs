namespace Outreach.Content.Search.Evaluations;

/// <summary>Counts the lines of a run against their labels.</summary>
internal sealed class EvaluationCounts(
    IReadOnlyList<LabelledQuestion> questions, IReadOnlyList<RunLine> lines, Func<string, bool> hasAnswer)
{
    private readonly (LabelledQuestion Question, RunLine Line)[] _all = [.. questions.Zip(lines)];

    public EvaluationSummary Summary(double buildMs, double[] sortedTimes)
    {
        var asked = _all.Where(a => !a.Question.IsOutOfScope && !a.Question.IsCrisis).ToArray();
        var covered = asked.Where(a => a.Question.Answers.Any(hasAnswer)).ToArray();
        var outOfScope = _all.Where(a => a.Question.IsOutOfScope).ToArray();
        var crises = _all.Where(a => a.Question.IsCrisis).ToArray();
        var peace = _all.Where(a => !a.Question.IsCrisis).ToArray();
        return new EvaluationSummary
        {
            N = covered.Length,
            Uncovered = asked.Length - covered.Length,
            Top1 = Share(covered, a => Within(a, 1)),
            Top3 = Share(covered, a => Within(a, 3)),
            Mrr = covered.Length == 0 ? null : Rounded(covered.Average(ReciprocalRank)),
            OutOfScopeAnswered = Share(outOfScope, a => a.Line.Kind == RunLine.Answer),
            CrisisRecall = Share(crises, a => a.Line.Kind == RunLine.Crisis),
            CrisisFalse = Share(peace, a => a.Line.Kind == RunLine.Crisis),
            Styles = covered.GroupBy(a => a.Question.Style ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(
                g => g.Key,
                g => new StyleSummary(g.Count(), Share([.. g], a => Within(a, 1))!.Value, Share([.. g], a => Within(a, 3))!.Value),
                StringComparer.Ordinal),
            BuildMs = Rounded(buildMs),
            P50Ms = Rounded(Percentile(sortedTimes, 0.50)),
            P99Ms = Rounded(Percentile(sortedTimes, 0.99)),
            MemoryMb = Math.Round(Environment.WorkingSet / 1e6, 1),
        };
    }

    private static bool Within((LabelledQuestion Question, RunLine Line) asked, int first) =>
        asked.Line.Shown.Take(first).Any(asked.Question.IsRight);

    private static double ReciprocalRank((LabelledQuestion Question, RunLine Line) asked)
    {
        var rank = asked.Line.Shown.ToList().FindIndex(asked.Question.IsRight);
        return rank < 0 ? 0 : 1.0 / (rank + 1);
    }

    private static double? Share(
        (LabelledQuestion, RunLine)[] of, Func<(LabelledQuestion Question, RunLine Line), bool> which) =>
        of.Length == 0 ? null : Rounded((double)of.Count(which) / of.Length);

    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static double Rounded(double value) => Math.Round(value, 4);
}
