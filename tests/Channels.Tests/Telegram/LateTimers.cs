using Outreach.Testing;

namespace Outreach.Channels.Tests.Telegram;

/// <summary>The hand-moved clock, but every timer goes off up to so many milliseconds late, as on a busy machine.</summary>
internal sealed class LateTimers(HandMovedClock clock, int upToMilliseconds) : TimeProvider
{
    private readonly Random _chance = new(7);

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new LateTimer(this, clock.CreateTimer(callback, state, dueTime, period));

    private sealed class LateTimer(LateTimers owner, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(dueTime + TimeSpan.FromMilliseconds(owner._chance.Next(owner._upToMilliseconds + 1)), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }

    private readonly int _upToMilliseconds = upToMilliseconds;
}
