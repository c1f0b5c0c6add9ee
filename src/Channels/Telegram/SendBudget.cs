using Microsoft.Extensions.Options;

namespace Outreach.Channels.Telegram;

/// <summary>One for each bot token: who may send when. A reply takes the next slot; broadcasts take the slots no reply wants.</summary>
/// <remarks>
/// Slots stand 2 % further apart than the limit asks for and may be taken 8 ms late without moving the next:
/// with that no sliding second, ours or that of a receiver 12 ms of jitter away, ever holds more than the limit,
/// and timers that wake late cost next to nothing. Slots missed by more are gone.
/// </remarks>
internal sealed class SendBudget : IDisposable
{
    private const double Stretch = 1.02;
    private static readonly TimeSpan LateWake = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<Turn> _replies = new();
    private readonly Queue<Turn> _broadcasts = new();
    private readonly ChatPaces _chats = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _start;
    private Pace _pace;
    private TimeSpan _stoppedUntil = TimeSpan.MinValue;

    public SendBudget(IOptions<TelegramOptions> options, TimeProvider time)
        : this(options.Value.MessagesPerSecond, time)
    {
    }

    public SendBudget(int messagesPerSecond, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _pace = new Pace(TimeSpan.FromSeconds(Stretch / messagesPerSecond), LateWake);
        _timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    public void Dispose() => _timer.Dispose();

    /// <summary>How much longer Telegram wants to hear nothing from this token; zero when it does not.</summary>
    public TimeSpan Silence
    {
        get
        {
            lock (_lock)
            {
                return _stoppedUntil > Now ? _stoppedUntil - Now : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Completes when one message may be sent to this chat; the caller then sends it at once.</summary>
    public Task WaitAsync(long chat, SendPriority priority, CancellationToken cancellationToken) => WaitAsync(chat, priority, false, cancellationToken);

    /// <summary>As <see cref="WaitAsync(long, SendPriority, CancellationToken)"/> for one of many, but nobody waits through a silence.</summary>
    /// <returns>False when Telegram asked for silence meanwhile: then nothing may be sent.</returns>
    public Task<bool> TryWaitAsync(long chat, CancellationToken cancellationToken) => WaitAsync(chat, SendPriority.Broadcast, true, cancellationToken);

    /// <summary>Completes when Telegram wants to hear from this token.</summary>
    public async Task WhenOpenAsync(CancellationToken cancellationToken)
    {
        while (Silence is var silence && silence > TimeSpan.Zero)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(silence.TotalMilliseconds)), _time, cancellationToken);
        }
    }

    /// <summary>Telegram said how long it wants to hear nothing from this token.</summary>
    public void StopFor(TimeSpan retryAfter)
    {
        lock (_lock)
        {
            var until = Now + retryAfter;
            _stoppedUntil = until > _stoppedUntil ? until : _stoppedUntil;
            foreach (var turn in _broadcasts)
            {
                turn.Silence();
            }
        }
    }

    private Task<bool> WaitAsync(long chat, SendPriority priority, bool yields, CancellationToken cancellationToken)
    {
        TimeSpan chatWait;
        lock (_lock)
        {
            chatWait = _chats.Take(chat, Now);
        }

        return chatWait > TimeSpan.Zero ? LaterAsync(chatWait, priority, yields, cancellationToken) : QueueAsync(priority, yields, cancellationToken);
    }

    private async Task<bool> LaterAsync(TimeSpan chatWait, SendPriority priority, bool yields, CancellationToken cancellationToken)
    {
        await Task.Delay(chatWait, _time, cancellationToken);
        return await QueueAsync(priority, yields, cancellationToken);
    }

    private Task<bool> QueueAsync(SendPriority priority, bool yields, CancellationToken cancellationToken)
    {
        var turn = new Turn(yields);
        turn.GoesWith(cancellationToken);
        lock (_lock)
        {
            if (yields && _stoppedUntil > Now)
            {
                turn.Silence();
                return turn.Task;
            }

            (priority == SendPriority.Reply ? _replies : _broadcasts).Enqueue(turn);
        }

        Pump();
        return turn.Task;
    }

    private void Pump()
    {
        lock (_lock)
        {
            while (_replies.Count + _broadcasts.Count > 0)
            {
                var now = Now;
                var earliest = _pace.Earliest > _stoppedUntil ? _pace.Earliest : _stoppedUntil;
                if (now < earliest)
                {
                    // Timers count whole milliseconds: rounded up, so that it never wakes early and spins.
                    var wait = TimeSpan.FromMilliseconds(Math.Ceiling((earliest - now).TotalMilliseconds));
                    _timer.Change(wait > ShortestTimer ? wait : ShortestTimer, Timeout.InfiniteTimeSpan);
                    return;
                }

                // Who has gone away meanwhile takes no slot.
                if ((_replies.Count > 0 ? _replies : _broadcasts).Dequeue().TryBegin())
                {
                    _pace.Take(now);
                }
            }
        }
    }

    /// <param name="yields">Does not wait through a silence that Telegram asks for.</param>
    private sealed class Turn(bool yields) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        private CancellationTokenRegistration _cancelled;

        public void GoesWith(CancellationToken cancellationToken) =>
            _cancelled = cancellationToken.UnsafeRegister(static (turn, token) => ((Turn)turn!).TrySetCanceled(token), this);

        public bool TryBegin()
        {
            _cancelled.Unregister();
            return TrySetResult(true);
        }

        public void Silence()
        {
            if (yields)
            {
                _cancelled.Unregister();
                TrySetResult(false);
            }
        }
    }
}
