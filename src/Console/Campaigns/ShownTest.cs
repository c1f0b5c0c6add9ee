using Outreach.Scheduler.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>How somebody gets a message to their own phone before it is sent.</summary>
/// <param name="Ticket">What to bring to the bot.</param>
/// <param name="BotName">By which it is found on Telegram; null = not known.</param>
internal sealed record ShownTest(DeskOutcome.Ticket Ticket, string? BotName)
{
    /// <summary>Opens the chat with the bot, and the message in it.</summary>
    public string? Link => BotName is null ? null : $"https://t.me/{BotName}?start={Ticket.Text}";
}
