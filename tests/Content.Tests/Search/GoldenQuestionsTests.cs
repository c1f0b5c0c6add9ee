using System.Runtime.CompilerServices;
using Outreach.Content.Loading;
using Outreach.Content.Search;
using Outreach.Content.Search.Evaluations;

namespace Outreach.Content.Tests.Search;

/// <summary>Labelled questions of ours. <c>tuning.jsonl</c> is for tuning, <c>held*.jsonl</c> is only looked at for the figure.</summary>
public sealed class GoldenQuestionsTests
{
    private static readonly Lazy<ContentSnapshot> Content = new(() => ContentCompiler
        .Compile(ContentFolder.Read(Path.Combine(Repository(), "content")), new DateOnly(2026, 11, 21))
        .SnapshotOver(ContentSnapshot.Empty("")));

    private static readonly Lazy<LabelledQuestion[]> All = new(() => [.. Directory.GetFiles(Folder(), "*.jsonl").Order().SelectMany(Read)]);

    [Fact]
    public void There_are_enough_of_them_and_each_names_an_answer_or_says_that_there_is_none()
    {
        var known = Content.Value.In(Languages.Vietnamese).Answers.Keys.ToHashSet();

        Assert.True(All.Value.Length >= 1200, $"{All.Value.Length} questions");
        Assert.Empty(All.Value.GroupBy(q => q.Id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Empty(All.Value.Where(q => q.Intent != LabelledQuestion.OutOfScope && !q.Intent.StartsWith(LabelledQuestion.CrisisPrefix, StringComparison.Ordinal))
            .Where(q => !known.Contains(q.Intent)).Select(q => $"{q.Id} {q.Intent}"));
    }

    [Fact]
    public void They_are_no_variants_and_no_examples()
    {
        var examples = Content.Value.Crisis.Examples;
        var phrasings = Languages.All.SelectMany(l => Content.Value.In(l).Answers.Values).SelectMany(a => a.Variants.Append(a.Question))
            .Concat(examples.Dangers.Select(d => d.Text)).Concat(examples.Harmless)
            .Select(TextNormalizer.Normalize).ToHashSet();

        var equal = All.Value.Where(q => phrasings.Contains(TextNormalizer.Normalize(q.Text))).Select(q => q.Text).ToArray();

        Assert.True(equal.Length <= 0.02 * All.Value.Length, string.Join('\n', equal));
    }

    [Fact]
    public void What_is_held_apart_is_answered_as_well_as_it_was()
    {
        var held = Directory.GetFiles(Folder(), "held*.jsonl").Order().SelectMany(Read).ToArray();

        var summary = new Evaluation(Content.Value, TimeProvider.System).Run(held).Summary;

        Assert.InRange(summary.Top1!.Value, LeastTop1, 1);
        Assert.InRange(summary.Top3!.Value, LeastTop3, 1);
        Assert.InRange(summary.OutOfScopeAnswered!.Value, 0, MostAnsweredOutOfScope);
        Assert.InRange(summary.CrisisRecall!.Value, LeastCrisisRecall, 1);
        Assert.InRange(summary.CrisisFalse!.Value, 0, MostFalseAlarms);
    }

    // A little below what was measured last; raised when it gets better, never lowered to make a change pass.
    private const double LeastTop1 = 0.89;
    private const double LeastTop3 = 0.94;
    private const double MostAnsweredOutOfScope = 0.045;
    private const double LeastCrisisRecall = 0.945;
    private const double MostFalseAlarms = 0.03;

    private static IReadOnlyList<LabelledQuestion> Read(string file)
    {
        var faults = new List<string>();
        using var reader = new StreamReader(file);
        var questions = EvaluationFiles.ReadQuestions(reader, faults);
        Assert.Empty(faults);
        return questions;
    }

    private static string Folder() => Path.Combine(Repository(), "tests/Content.Tests/golden");

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
