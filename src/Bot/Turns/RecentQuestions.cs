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

    public void Remember(ChannelAddress address, string masked)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_questions.Count >= Capacity)
            {
                foreach (var old in _questions.Where(pair => pair.Value.At + Lifetime <= now).Select(pair => pair.Key).ToList())
                {
                    _questions.Remove(old);
                }
            }

            if (_questions.Count < Capacity)
            {
                _questions[address] = (masked, now);
            }
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
