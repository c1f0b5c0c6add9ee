namespace Outreach.Content.Search.Evaluations;

/// <summary>A message with what the bot should make of it: one line of a file of labelled questions.</summary>
public sealed record LabelledQuestion
{
    public const string OutOfScope = "out_of_scope";
    public const string CrisisPrefix = "crisis:";

    public required string Id { get; init; }
    public required string Text { get; init; }

    /// <summary>An answer's id, <see cref="OutOfScope"/>, or <c>crisis:</c> and a kind.</summary>
    public required string Intent { get; init; }

    /// <summary>Other answers that are right as well.</summary>
    public IReadOnlyList<string>? Also { get; init; }

    /// <summary>How it is written: <c>diacritics</c>, <c>teencode</c> …</summary>
    public string? Style { get; init; }

    internal IEnumerable<string> Answers => (Also ?? []).Prepend(Intent);
    internal bool IsOutOfScope => Intent == OutOfScope;
    internal bool IsCrisis => Intent.StartsWith(CrisisPrefix, StringComparison.Ordinal);

    internal bool IsRight(string id) => Answers.Contains(id, StringComparer.Ordinal);
}
