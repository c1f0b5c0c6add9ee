namespace Outreach.Channels.Telegram;

/// <summary>Told under which name the bot is found (without <c>@</c>), each time Telegram says it at a start. Bot keeps it for the console's links.</summary>
public delegate Task TelegramNameKept(string username, CancellationToken cancellationToken);
