namespace Outreach.Channels.Telegram;

/// <summary>How fast one chat may be written to: about one a second with three at once, in a group about eighteen a minute.</summary>
/// <remarks>Telegram's own advice: https://core.telegram.org/bots/faq#broadcasting-to-users</remarks>
internal sealed class ChatPaces
{
    private const int FirstSweep = 1024;
    private static readonly TimeSpan Private = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Group = TimeSpan.FromSeconds(3.4);

    private readonly Dictionary<long, Pace> _paces = [];
    private int _sweepAt = FirstSweep;

    /// <summary>Takes this chat's next place and says how long it is until then.</summary>
    public TimeSpan Take(long chat, TimeSpan now)
    {
        var interval = chat < 0 ? Group : Private;
        var pace = _paces.GetValueOrDefault(chat, new Pace(interval, interval * 2));
        var at = pace.Earliest > now ? pace.Earliest : now;
        pace.Take(at);
        _paces[chat] = pace;
        Sweep(now);
        return at - now;
    }

    /// <summary>A chat that has been quiet for its whole pace is as good as unknown: a broadcast to a million leaves nothing behind.</summary>
    private void Sweep(TimeSpan now)
    {
        if (_paces.Count < _sweepAt)
        {
            return;
        }

        foreach (var (chat, _) in _paces.Where(p => p.Value.Earliest + Group * 2 <= now).ToList())
        {
            _paces.Remove(chat);
        }

        _sweepAt = Math.Max(FirstSweep, _paces.Count * 2);
    }
}
