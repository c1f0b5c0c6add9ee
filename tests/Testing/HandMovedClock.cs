namespace Outreach.Testing;

/// <summary>A clock that stands still until a test moves it; timers (so <c>Task.Delay</c> and <c>PeriodicTimer</c>) go off as it passes them.</summary>
public sealed class HandMovedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<HandMovedTimer> _timers = [];
    private readonly List<(Func<bool> Condition, TaskCompletionSource Signal)> _waiters = [];
    private DateTimeOffset _now = start.ToUniversalTime();

    /// <summary>Starts on a Monday, 3 August 2026, 09:00 in Vietnam.</summary>
    public HandMovedClock()
        : this(new DateTimeOffset(2026, 8, 3, 2, 0, 0, TimeSpan.Zero))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are set: how many things wait for time to pass.</summary>
    public int WaitingTimers
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    /// <summary>How long until the next timer goes off, or null when none is set.</summary>
    public TimeSpan? UntilNextTimer
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count == 0 ? null : _timers.Min(t => t.Due) - _now;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandMovedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on. Every timer on the way goes off at its own moment, in order, before this returns.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetUtcNow() + by;
        while (TakeDue(target) is { } timer)
        {
            timer.GoOff();
        }

        lock (_lock)
        {
            _now = _now > target ? _now : target;
        }

        Signal();
    }

    /// <summary>Moves to a moment; does nothing when it has passed.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        var by = moment - GetUtcNow();
        if (by > TimeSpan.Zero)
        {
            Advance(by);
        }
    }

    /// <summary>Completes when a timer is set that goes off within this span from now: code on another thread has come to where it waits, and the clock may be moved.</summary>
    public Task WaitForTimerWithinAsync(TimeSpan span, CancellationToken cancellationToken) =>
        WhenAsync(() => _timers.Exists(t => t.Due - _now <= span), cancellationToken);

    /// <summary>Moves from timer to timer, none further away than this, until the task is done: for code that waits several times.</summary>
    public async Task<T> MoveUntilDoneAsync<T>(Task<T> task, TimeSpan within, CancellationToken cancellationToken)
    {
        while (!task.IsCompleted)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(task, WaitForTimerWithinAsync(within, enough.Token));
            await enough.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (!task.IsCompleted && UntilNextTimer is { } next && next <= within)
            {
                Advance(next > TimeSpan.Zero ? next : TimeSpan.Zero);
            }
        }

        return await task;
    }

    private Task WhenAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (condition())
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((condition, signal));
            return signal.Task.WaitAsync(cancellationToken);
        }
    }

    private HandMovedTimer? TakeDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            var timer = _timers.Where(t => t.Due <= target).MinBy(t => t.Due);
            if (timer is null)
            {
                return null;
            }

            _now = timer.Due > _now ? timer.Due : _now;
            if (timer.Period > TimeSpan.Zero)
            {
                timer.Due = _now + timer.Period;
            }
            else
            {
                _timers.Remove(timer);
            }

            return timer;
        }
    }

    private void Set(HandMovedTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _now + dueTime;
                timer.Period = period;
                _timers.Add(timer);
            }
        }

        if (dueTime == TimeSpan.Zero)
        {
            Advance(TimeSpan.Zero);
        }

        Signal();
    }

    private void Remove(HandMovedTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private void Signal()
    {
        lock (_lock)
        {
            foreach (var (_, signal) in _waiters.Where(w => w.Condition()))
            {
                signal.TrySetResult();
            }

            _waiters.RemoveAll(w => w.Signal.Task.IsCompleted);
        }
    }

    private sealed class HandMovedTimer(HandMovedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public void GoOff() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
