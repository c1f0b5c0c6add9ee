namespace Outreach.Cases.Desk;

/// <summary>One page of a folder.</summary>
/// <param name="Next">Null = this is the last.</param>
public sealed record CasePage(IReadOnlyList<CaseLine> Lines, CaseCursor? Next);
