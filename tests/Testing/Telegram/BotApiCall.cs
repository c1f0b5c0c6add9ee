using System.Text.Json;

namespace Outreach.Testing.Telegram;

/// <summary>One call as it came in.</summary>
public sealed record BotApiCall(string Method, JsonElement Parameters, DateTimeOffset At);
