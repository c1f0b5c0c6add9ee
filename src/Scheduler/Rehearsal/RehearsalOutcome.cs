namespace Outreach.Scheduler.Rehearsal;

/// <summary>What the coming weeks would bring.</summary>
/// <param name="Broadcasts">By time.</param>
/// <param name="Unplanned">Titles of campaigns that have no date: they are sent when they are started.</param>
/// <param name="Unapproved">Titles of those that were left out because nobody approved them yet.</param>
public sealed record RehearsalOutcome(IReadOnlyList<RehearsedBroadcast> Broadcasts, IReadOnlyList<string> Unplanned, IReadOnlyList<string> Unapproved);
