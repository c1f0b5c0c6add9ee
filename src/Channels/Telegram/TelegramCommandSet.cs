namespace Outreach.Channels.Telegram;

/// <summary>The commands a person sees in Telegram's menu, in one language (<c>vi</c>, <c>en</c>). Bot fills it from its phrases; asked once at start.</summary>
public delegate IReadOnlyList<TelegramCommand> TelegramCommandSet(string language);
