namespace Outreach.Content.Answers;

/// <summary>Where a statement stands in the law.</summary>
/// <param name="Law">The name as sources.yml writes it in the answer's language.</param>
/// <param name="At">Article and clause, or null for the whole text.</param>
public sealed record LegalSource(string Law, string? At);
