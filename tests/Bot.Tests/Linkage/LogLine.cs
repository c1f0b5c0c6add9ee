namespace Outreach.Bot.Tests.Linkage;

/// <summary>A captured log line with its (simulated) moment.</summary>
internal sealed record LogLine(DateTimeOffset At, string Text);
