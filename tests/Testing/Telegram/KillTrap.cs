namespace Outreach.Testing.Telegram;

/// <summary>A moment in a broadcast that the server chooses, for a test to cut something off just there. From then on every call is held.</summary>
/// <param name="after">Calls that are let through before.</param>
/// <param name="hold">How many are held when it springs.</param>
/// <param name="of">Springs for this node's calls alone; null = any.</param>
public sealed class KillTrap(int after, int hold, KillMoment moment, string? of = null)
{
    private readonly TaskCompletionSource _sprung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _seen;
    private int _held;

    /// <summary>Completes at the moment.</summary>
    public Task Sprung => _sprung.Task;

    /// <summary>Held calls go on, and no more are held.</summary>
    public void Release() => _released.TrySetResult();

    internal bool IsAt(string node) => !_released.Task.IsCompleted && (of is null || of == node) && Interlocked.Increment(ref _seen) > after;

    /// <summary>Holds a call until its caller is gone, or all are released.</summary>
    /// <param name="take">Takes the message.</param>
    /// <returns>Whether it was taken.</returns>
    internal async Task<bool> HoldAsync(Action take, CancellationToken gone)
    {
        var number = Interlocked.Increment(ref _held);
        var taken = moment == KillMoment.Taken || (moment == KillMoment.Mixed && number % 2 == 0);
        if (taken)
        {
            take();
        }

        if (moment == KillMoment.Answered)
        {
            return false;
        }

        if (number >= hold)
        {
            _sprung.TrySetResult();
        }

        await _released.Task.WaitAsync(gone);
        return taken;
    }

    /// <summary>The answer is on its way.</summary>
    internal void NoteAnswered()
    {
        if (moment == KillMoment.Answered && Volatile.Read(ref _held) >= hold)
        {
            _sprung.TrySetResult();
        }
    }

    public override string ToString() => $"{moment}, {hold} held after {after}";
}
