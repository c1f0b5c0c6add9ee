namespace Outreach.Channels.Telegram;

/// <param name="Name">1 to 32 of a-z 0-9 _, without the slash.</param>
/// <param name="Description">1 to 256 characters.</param>
public sealed record TelegramCommand(string Name, string Description);
