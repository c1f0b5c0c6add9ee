namespace Outreach.Content.Store;

/// <summary>What the last look at the content folder found.</summary>
/// <param name="Issues">Every fault, warnings too, by file and line.</param>
/// <param name="At">When it was read.</param>
public sealed record ContentStatus(ContentState State, IReadOnlyList<Issue> Issues, DateTimeOffset At);
