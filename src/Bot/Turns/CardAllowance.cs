using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>
/// How often one chat gets the same emergency card. The first ones always go, each at once; of a flood that would hold up everybody
/// else, what the chat has just been given is not sent again. Lives in memory.
/// </summary>
internal sealed class CardAllowance(TimeProvider time)
{
    /// <summary>So many go without a pause.</summary>
    public const int AtOnce = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<(ChannelAddress Chat, string Card), Given> _given = [];
    private DateTimeOffset _swept = time.GetUtcNow();

    /// <summary>Between any two after those.</summary>
    public static TimeSpan Apart { get; } = TimeSpan.FromSeconds(10);

    /// <summary>After so long without one the count begins anew.</summary>
    public static TimeSpan Quiet { get; } = TimeSpan.FromMinutes(1);

    /// <returns>False when this card is on its way to this chat, or came to it too lately. True: <see cref="End"/> must follow.</returns>
    public bool TryBegin(ChannelAddress chat, string card)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Sweep(now);
            var before = _given.GetValueOrDefault((chat, card));
            if (before is { IsOnItsWay: true } || before is { Count: >= AtOnce } && now - before.At < Apart)
            {
                return false;
            }

            var count = before is null || now - before.At >= Quiet ? 0 : before.Count;
            _given[(chat, card)] = new Given(count + 1, now, IsOnItsWay: true);
            return true;
        }
    }

    public void End(ChannelAddress chat, string card)
    {
        lock (_gate)
        {
            _given[(chat, card)] = _given[(chat, card)] with { IsOnItsWay = false };
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now - _swept < Quiet)
        {
            return;
        }

        _swept = now;
        foreach (var (key, given) in _given)
        {
            if (!given.IsOnItsWay && now - given.At >= Quiet)
            {
                _given.Remove(key);
            }
        }
    }

    private sealed record Given(int Count, DateTimeOffset At, bool IsOnItsWay);
}
