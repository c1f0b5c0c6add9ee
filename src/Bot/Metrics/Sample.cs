namespace Outreach.Bot.Metrics;

/// <summary>One number, and what tells it from its neighbours of the same name.</summary>
internal sealed record Sample(long Value, params IReadOnlyList<(string Name, string Value)> Labels);
