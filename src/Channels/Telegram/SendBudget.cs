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

    /// <summary>Completes when one message may be sent to this chat; the caller then sends it at once.</summary>
    public Task WaitAsync(long chat, SendPriority priority, CancellationToken cancellationToken)
    {
        TimeSpan chatWait;
        lock (_lock)
        {
            chatWait = _chats.Take(chat, Now);
        }

        return chatWait > TimeSpan.Zero ? LaterAsync(chatWait, priority, cancellationToken) : QueueAsync(priority, cancellationToken);
    }

    /// <summary>Telegram said how long it wants to hear nothing from this token.</summary>
    public void StopFor(TimeSpan retryAfter)
    {
        lock (_lock)
        {
            var until = Now + retryAfter;
            _stoppedUntil = until > _stoppedUntil ? until : _stoppedUntil;
        }
    }

    private async Task LaterAsync(TimeSpan chatWait, SendPriority priority, CancellationToken cancellationToken)
    {
        await Task.Delay(chatWait, _time, cancellationToken);
        await QueueAsync(priority, cancellationToken);
    }

    private Task QueueAsync(SendPriority priority, CancellationToken cancellationToken)
    {
        var turn = new Turn();
        turn.GoesWith(cancellationToken);
        lock (_lock)
        {
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

    private sealed class Turn() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        private CancellationTokenRegistration _cancelled;

        public void GoesWith(CancellationToken cancellationToken) =>
            _cancelled = cancellationToken.UnsafeRegister(static (turn, token) => ((Turn)turn!).TrySetCanceled(token), this);

        public bool TryBegin()
        {
            _cancelled.Unregister();
            return TrySetResult();
        }
    }
}
