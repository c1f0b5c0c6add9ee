using Outreach.Content.Search.Evaluations;

namespace Outreach.Benchmarks.Peers;

/// <summary>From which score on a search without an opinion of its own is taken to know the answer.</summary>
/// <param name="Scale">What the score is divided by.</param>
/// <param name="Score">The divided score must be above it.</param>
internal sealed record Threshold(string Scale, double Score)
{
    /// <summary>The share of questions about other things that may be answered while the threshold is chosen.</summary>
    private const double MayBeFalse = 0.05;

    /// <summary>Sums over words grow with the question: a careful user would divide, so the best of three ways is taken.</summary>
    private static readonly Dictionary<string, Func<double, double>> Scales = new(StringComparer.Ordinal)
    {
        ["the score"] = _ => 1,
        ["the score by the root of the number of words"] = Math.Sqrt,
        ["the score by the number of words"] = words => words,
    };

    public bool Knows(string question, PeerAnswer answer) => answer.Known ?? Scaled(Scale, question, answer) > Score;

    /// <summary>The one that answers most questions rightly while it answers at most one in twenty that are about other things.</summary>
    public static Threshold Choose(IReadOnlyList<(LabelledQuestion Question, PeerAnswer Answer)> tuning) =>
        Scales.Keys.Select(scale => Lowest(scale, tuning))
            .MaxBy(t => tuning.Count(a => !a.Question.IsOutOfScope && t.Knows(a.Question.Text, a.Answer) && a.Answer.Rank(a.Question.IsRight) == 1))!;

    private static Threshold Lowest(string scale, IEnumerable<(LabelledQuestion Question, PeerAnswer Answer)> tuning)
    {
        var others = tuning.Where(a => a.Question.IsOutOfScope).Select(a => Scaled(scale, a.Question.Text, a.Answer)).OrderDescending().ToArray();
        return new Threshold(scale, others.Length == 0 ? double.NegativeInfinity : others[(int)(MayBeFalse * others.Length)]);
    }

    private static double Scaled(string scale, string question, PeerAnswer answer)
    {
        var words = Math.Max(1, question.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        return answer.Hits.Count == 0 ? double.NegativeInfinity : answer.Hits[0].Score / Scales[scale](words);
    }
}
