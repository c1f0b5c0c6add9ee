using System.Globalization;
using Microsoft.Extensions.Options;

namespace Outreach.Channels.Telegram;

/// <summary>Who we are in a group. The id stands in the token; the name is known once getMe has answered.</summary>
internal sealed class BotIdentity(IOptions<TelegramOptions> options)
{
    public long Id { get; } = long.TryParse(options.Value.Token?.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public string? Username { get; set; }
}
