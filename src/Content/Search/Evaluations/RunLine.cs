namespace Outreach.Content.Search.Evaluations;

/// <summary>What the bot made of one labelled question: one line of a run file.</summary>
/// <param name="Kind"><c>answer</c>, <c>suggest</c>, <c>none</c> or <c>crisis</c>.</param>
/// <param name="Ranked">Ids of answers, best first; before them <c>crisis:kind</c> or <c>out_of_scope</c> for these kinds.</param>
/// <param name="Scores">One for each of <paramref name="Ranked"/>.</param>
public sealed record RunLine(string Id, string Kind, IReadOnlyList<string> Ranked, IReadOnlyList<double> Scores)
{
    public const string Answer = "answer";
    public const string Suggest = "suggest";
    public const string None = "none";
    public const string Crisis = "crisis";

    /// <summary>The ids that a person was shown.</summary>
    internal IEnumerable<string> Shown => Kind is Answer or Suggest ? Ranked : [];

    /// <summary>Whether this is what the label asks for: the right answer first, nothing for what is out of scope, help for a crisis.</summary>
    internal bool IsRight(LabelledQuestion question) =>
        question.IsCrisis ? Kind == Crisis
        : question.IsOutOfScope ? Kind == None
        : Shown.FirstOrDefault() is { } first && question.IsRight(first);
}
