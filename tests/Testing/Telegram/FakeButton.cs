namespace Outreach.Testing.Telegram;

public sealed record FakeButton(string Text, string? Data, string? Url);
