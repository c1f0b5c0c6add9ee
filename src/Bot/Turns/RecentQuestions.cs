using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>
/// The last question of each conversation, masked, for "none of these" and "not helpful". In memory alone and for minutes:
/// what somebody typed is never stored beside who typed it.
/// </summary>
internal sealed class RecentQuestions(TimeProvider time)
{
    private const int Capacity = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<ChannelAddress, (string Masked, DateTimeOffset At)> _questions = [];
    private readonly Queue<(ChannelAddress Address, DateTimeOffset At)> _order = new();

    public void Remember(ChannelAddress address, string masked)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_order.TryPeek(out var oldest) && (_order.Count >= Capacity || oldest.At + Lifetime <= now))
            {
                _order.Dequeue();
                if (_questions.TryGetValue(oldest.Address, out var question) && question.At == oldest.At)
                {
                    _questions.Remove(oldest.Address);
                }
            }

            _questions[address] = (masked, now);
            _order.Enqueue((address, now));
        }
    }

    /// <summary>Gives it once, so that no question is handed to the editors twice; null when there is none.</summary>
    public string? Take(ChannelAddress address)
    {
        lock (_gate)
        {
            return _questions.Remove(address, out var question) && question.At + Lifetime > time.GetUtcNow() ? question.Masked : null;
        }
    }
}
