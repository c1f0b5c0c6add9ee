namespace Outreach.Scheduler.Rehearsal;

/// <summary>A channel that takes everything at its rate and sends nothing. Its clock goes by minutes.</summary>
internal sealed class RehearsedChannel(int perSecond, TimeZoneInfo zone)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private readonly List<RehearsedPart> _waiting = [];
    private DateTimeOffset _now;

    /// <summary>Adds what begins now; the channel must have run until then.</summary>
    public void Add(IEnumerable<RehearsedPart> parts) => _waiting.AddRange(parts);

    /// <summary>Runs until a moment, or until nothing waits any more.</summary>
    /// <param name="take">Asked just before each send: how many of so many may go now, the others are dropped.</param>
    public void RunUntil(DateTimeOffset end, Func<RehearsedPart, DateTimeOffset, long, long> take)
    {
        while (_waiting.Count > 0 && _now < end)
        {
            if (Next() is not { } next || next >= end)
            {
                return;
            }

            _now = next > _now ? next : _now;
            SendMinute(take);
            _now += Step;
        }
    }

    /// <summary>The first moment from now on at which something may be sent.</summary>
    private DateTimeOffset? Next() => _waiting.Min(part => (DateTimeOffset?)part.Quiet.EndAfter(part.Begins > _now ? part.Begins : _now, zone));

    private void SendMinute(Func<RehearsedPart, DateTimeOffset, long, long> take)
    {
        var room = perSecond * (long)Step.TotalSeconds;
        foreach (var part in _waiting.Where(part => part.Begins <= _now && !part.Quiet.Contains(_now, zone)).ToList())
        {
            var asked = Math.Min(room, part.Left);
            room -= take(part, _now, asked);
            part.Left -= asked;
            if (room == 0)
            {
                break;
            }
        }

        _waiting.RemoveAll(part => part.Left == 0);
    }
}
