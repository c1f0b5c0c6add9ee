namespace Outreach.Channels.Telegram;

/// <summary>One bot on Telegram. Without a token the channel is off.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>What @BotFather gave: <c>digits:secret</c>. Never logged.</summary>
    public string? Token { get; set; }

    /// <summary>Where the Bot API is; a relay where Telegram cannot be reached, a fake in tests. http or https.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.telegram.org";

    public TelegramMode Mode { get; set; } = TelegramMode.Polling;

    /// <summary>Our public https address (mode Webhook). Without a path, <c>/webhooks/telegram</c> is meant.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What Telegram says with each update so that we know it is Telegram: 32 to 256 of A-Z a-z 0-9 _ - (mode Webhook).</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Messages a second for this bot token, replies and broadcasts together (1 to 100,000).</summary>
    /// <remarks>Telegram's ceiling for bulk is about 30: https://core.telegram.org/bots/faq#broadcasting-to-users</remarks>
    public int MessagesPerSecond { get; set; } = 25;
}
