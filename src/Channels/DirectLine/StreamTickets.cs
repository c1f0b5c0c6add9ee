using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Outreach.Channels.DirectLine;

/// <summary>What opens a socket: addresses end up in logs of proxies, so a token is never in one. Good once, for a minute.</summary>
internal sealed class StreamTickets(TimeProvider time)
{
    private const int SweepAt = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, (string Conversation, IReadOnlyList<string> Origins, DateTimeOffset Until)> _tickets = new(StringComparer.Ordinal);

    public string Issue(string conversation, IReadOnlyList<string> origins)
    {
        var now = time.GetUtcNow();
        if (_tickets.Count >= SweepAt)
        {
            foreach (var (old, _) in _tickets.Where(t => t.Value.Until <= now))
            {
                _tickets.TryRemove(old, out _);
            }
        }

        var ticket = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        _tickets[ticket] = (conversation, origins, now + Lifetime);
        return ticket;
    }

    /// <summary>The origins it may be used from (empty: those of the options); null when it does not open this conversation.</summary>
    public IReadOnlyList<string>? Redeem(string? ticket, string conversation) =>
        ticket is not null && _tickets.TryRemove(ticket, out var found) && found.Conversation == conversation && found.Until > time.GetUtcNow() ? found.Origins : null;
}
