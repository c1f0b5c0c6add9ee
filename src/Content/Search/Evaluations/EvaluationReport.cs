namespace Outreach.Content.Search.Evaluations;

/// <summary>A finished evaluation: the figures, and what became of each question in the order of the file.</summary>
public sealed record EvaluationReport(EvaluationSummary Summary, IReadOnlyList<RunLine> Lines);
