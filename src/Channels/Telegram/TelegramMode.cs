namespace Outreach.Channels.Telegram;

/// <summary>How updates come in.</summary>
public enum TelegramMode
{
    /// <summary>We ask for them: needs no public address.</summary>
    Polling,

    /// <summary>Telegram brings them to <c>/webhooks/telegram</c>.</summary>
    Webhook,
}
