namespace Outreach.Staff.Campaigns;

/// <summary>When a message as it now stands was last tested.</summary>
/// <param name="At">Null = never.</param>
/// <param name="Swaps">It takes the place of what the page shows already.</param>
internal sealed record ShownTested(DateTimeOffset? At, bool Swaps = false);
