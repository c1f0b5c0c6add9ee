namespace Outreach.Storage.Turns;

/// <summary>A count of the day: what happened, on which topic. Never about one person.</summary>
/// <param name="Name">answered, suggested, unanswered, crisis, helpful, not-helpful, …</param>
/// <param name="Topic">A topic or answer id, or empty.</param>
public readonly record struct CounterName(string Name, string Topic);
