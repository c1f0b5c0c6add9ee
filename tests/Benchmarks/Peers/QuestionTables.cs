using Outreach.Content.Search.Evaluations;

namespace Outreach.Benchmarks.Peers;

/// <summary>How each search did on one file of labelled questions.</summary>
internal sealed class QuestionTables(IReadOnlyList<(string Name, Threshold Threshold, (LabelledQuestion Question, PeerAnswer Answer)[] Asked, PeerOutcome.Ran Run)> peers, Func<string, bool> hasAnswer)
{
    private static readonly string[] Head = ["", "first is right", "in first three", "MRR", "answers, rightly", "answers what it has not", "p50 ms", "p99 ms", "build ms", "memory MB"];

    public string Whole() => Table.Of(Head, peers.Select(p =>
    {
        var known = Known(p.Asked);
        var others = p.Asked.Where(a => a.Question.IsOutOfScope).ToArray();
        var times = p.Asked.Select(a => a.Answer.Ms).ToArray();
        return new[]
        {
            p.Name,
            Table.Percent(Within(known, 1)),
            Table.Percent(Within(known, 3)),
            Table.Figure(known.Average(a => Rank(a) is var rank and > 0 ? 1.0 / rank : 0), "F3"),
            Table.Percent(Share(known, a => Rank(a) == 1 && p.Threshold.Knows(a.Question.Text, a.Answer))),
            Table.Percent(Share(others, a => p.Threshold.Knows(a.Question.Text, a.Answer))),
            Table.Figure(Table.At(times, 0.50)),
            Table.Figure(Table.At(times, 0.99)),
            Table.Figure(p.Run.BuildMs, "N0"),
            Table.Figure(p.Run.MemoryMb, "N0"),
        };
    }));

    /// <summary>How often the first is right, by how the question is written.</summary>
    public string ByStyle()
    {
        var styles = Known(peers[0].Asked).GroupBy(a => a.Question.Style ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        return Table.Of(["style", "questions", .. peers.Select(p => p.Name)], styles.Select(style => (string[])
        [
            style.Key,
            Table.Figure(style.Count(), "N0"),
            .. peers.Select(p => Table.Percent(Within([.. Known(p.Asked).Where(a => (a.Question.Style ?? "") == style.Key)], 1))),
        ]));
    }

    public string Counts()
    {
        var asked = peers[0].Asked;
        var known = Known(asked).Length;
        var others = asked.Count(a => a.Question.IsOutOfScope);
        var left = asked.Length - known - others;
        return $"{known} questions that the content answers, {others} about other things" + (left == 0 ? "." : $"; {left} whose answer is not in the content are left out.");
    }

    private (LabelledQuestion Question, PeerAnswer Answer)[] Known((LabelledQuestion Question, PeerAnswer Answer)[] asked) =>
        [.. asked.Where(a => !a.Question.IsOutOfScope && a.Question.Answers.Any(hasAnswer))];

    private static double Within((LabelledQuestion Question, PeerAnswer Answer)[] asked, int first) => Share(asked, a => Rank(a) is var rank and > 0 && rank <= first);

    private static int Rank((LabelledQuestion Question, PeerAnswer Answer) asked) => asked.Answer.Rank(asked.Question.IsRight);

    private static double Share<T>(T[] of, Func<T, bool> which) => of.Length == 0 ? double.NaN : (double)of.Count(which) / of.Length;
}
