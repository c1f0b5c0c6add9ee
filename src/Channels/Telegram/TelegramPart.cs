namespace Outreach.Channels.Telegram;

/// <summary>One message to send.</summary>
/// <param name="Plain">The same without markup, with addresses of links written out: for when Telegram will not parse the markup.</param>
internal sealed record TelegramPart(string Html, string Plain, InlineKeyboardMarkup? Keyboard = null);
