namespace Outreach.Content.Crisis;

/// <summary>The words of one danger as editors wrote them.</summary>
internal sealed record CrisisEntry(CrisisKind Kind, IReadOnlyList<string> Phrases, IReadOnlyList<string> Exclusions);
