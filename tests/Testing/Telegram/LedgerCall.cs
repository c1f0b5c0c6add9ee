namespace Outreach.Testing.Telegram;

/// <summary>One message that was asked for.</summary>
/// <param name="RetryAfter">Seconds of silence it was answered with; null = none.</param>
public sealed record LedgerCall(long Chat, string Text, int Status, int? RetryAfter, DateTimeOffset At);
