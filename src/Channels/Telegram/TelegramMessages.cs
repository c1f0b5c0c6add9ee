using System.Globalization;

namespace Outreach.Channels.Telegram;

/// <summary>Takes back what was sent: for somebody who wants nothing left to be seen on their phone.</summary>
public sealed class TelegramMessages
{
    /// <summary>As many as Telegram takes at once.</summary>
    private const int AtOnce = 100;

    private readonly TelegramClient _client;

    internal TelegramMessages(TelegramClient client) => _client = client;

    /// <summary>Deletes messages of one chat. False when some could not be deleted (Telegram deletes none older than 48 hours).</summary>
    public async Task<bool> DeleteAsync(ChannelAddress address, IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        if (!long.TryParse(address.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
        {
            return false;
        }

        var all = true;
        foreach (var some in messageIds.Chunk(AtOnce))
        {
            int[] ids = [.. some.Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n > 0)];
            all &= ids.Length == some.Length && await _client.DeleteMessages(chat, ids, cancellationToken) is ApiAnswer<bool>.Done { Result: true };
        }

        return all;
    }
}
