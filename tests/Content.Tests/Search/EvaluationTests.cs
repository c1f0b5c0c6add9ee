using System.Text.Json;
using Outreach.Content.Search.Evaluations;

namespace Outreach.Content.Tests.Search;

public sealed class EvaluationTests
{
    private const string Questions = """
        {"id":"q1","text":"chủ trọ không trả tiền cọc","intent":"tien-coc-tro","style":"diacritics","topic":"ignored"}
        {"id":"q2","text":"chu tro khong tra tien coc","intent":"tang-ca-tien","also":["tien-coc-tro"],"style":"no_diacritics"}
        {"id":"q3","text":"nợ lương thì làm gì","intent":"tang-ca-tien","style":"diacritics"}
        {"id":"q4","text":"xin visa đi nhật","intent":"not-written-yet","style":"diacritics"}

        {"id":"q5","text":"nấu bún bò","intent":"out_of_scope","style":"diacritics"}
        """;

    [Fact]
    public void Accuracy_is_of_questions_that_have_an_answer()
    {
        var summary = Evaluate(Questions).Summary;

        Assert.Equal((3, 1), (summary.N, summary.Uncovered));
        Assert.Equal(0.6667, summary.Top1);
        Assert.Equal(1, summary.Styles["no_diacritics"].Top1);
        Assert.Equal(0, summary.OutOfScopeAnswered);
        Assert.Null(summary.CrisisRecall);
    }

    [Fact]
    public void The_summary_has_the_agreed_names()
    {
        using var json = JsonDocument.Parse(EvaluationFiles.ToJson(Evaluate(Questions).Summary));

        Assert.Equal(
            [
                "n", "uncovered", "top1", "top3", "mrr", "out_of_scope_answered", "crisis_recall", "crisis_false", "styles", "build_ms",
                "p50_ms", "p99_ms", "memory_mb",
            ],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["n", "top1", "top3"], json.RootElement.GetProperty("styles").GetProperty("diacritics").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void A_run_is_read_back_as_it_was_written()
    {
        var lines = Evaluate(Questions).Lines;
        using var file = new StringWriter();
        EvaluationFiles.WriteRun(lines, file);
        var faults = new List<string>();

        var read = EvaluationFiles.ReadRun(new StringReader(file.ToString()), faults);

        Assert.Empty(faults);
        Assert.Equal(lines.Select(l => (l.Id, l.Kind, string.Join(' ', l.Ranked))), read.Select(l => (l.Id, l.Kind, string.Join(' ', l.Ranked))));
        Assert.Equal("out_of_scope", read.Single(l => l.Id == "q5").Ranked[0]);
    }

    [Fact]
    public void A_run_is_compared_with_an_earlier_one_by_question()
    {
        var now = Evaluate(Questions);
        RunLine[] then =
        [
            new("q1", "none", ["out_of_scope", "tien-coc-tro"], [0.8, 0.1]), new("q3", "answer", ["tang-ca-tien"], [0.9]),
            new("q5", "none", ["out_of_scope"], [1]),
        ];

        var compared = EvaluationComparison.Of(Read(Questions), now.Lines, then);

        Assert.Equal(["q1"], compared.Better);
        Assert.Equal(["q3"], compared.Worse);
        Assert.Equal(["q2", "q4"], compared.Missing);
    }

    [Fact]
    public void A_broken_line_is_named_without_its_words()
    {
        var faults = new List<string>();

        var read = EvaluationFiles.ReadQuestions(new StringReader("{\"id\":\"a\",\"text\":\"secret\"}\nsecret\n"), faults);

        Assert.Empty(read);
        Assert.Equal(2, faults.Count);
        Assert.DoesNotContain(faults, f => f.Contains("secret", StringComparison.Ordinal));
        Assert.StartsWith("line 2:", faults[1], StringComparison.Ordinal);
    }

    private static EvaluationReport Evaluate(string questions) => new Evaluation(Given.Content, TimeProvider.System).Run(Read(questions));

    private static IReadOnlyList<LabelledQuestion> Read(string questions) => EvaluationFiles.ReadQuestions(new StringReader(questions), []);
}
