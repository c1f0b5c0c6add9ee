using System.Collections.Concurrent;

namespace Outreach.Channels.Tests;

/// <summary>Takes what a channel hands in; answers as a test says.</summary>
internal sealed class ScriptedTurns : ITurnHandler
{
    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly ConcurrentQueue<(string UpdateId, string Shape)> _deadLetters = [];
    private TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Activity> Activities => [.. _activities];

    public IReadOnlyList<(string UpdateId, string Shape)> DeadLetters => [.. _deadLetters];

    /// <summary>What becomes of each activity; stored, unless a test says otherwise.</summary>
    public Func<Activity, Task<TurnReceipt>> Answer { get; set; } = _ => Task.FromResult(TurnReceipt.Stored);

    public async Task<TurnReceipt> AcceptAsync(Activity activity, CancellationToken cancellationToken)
    {
        var receipt = await Answer(activity);
        if (receipt != TurnReceipt.Unavailable)
        {
            _activities.Enqueue(activity);
        }

        Signal();
        return receipt;
    }

    public Task<TurnReceipt> KeepDeadLetterAsync(string channel, string updateId, string shape, CancellationToken cancellationToken)
    {
        _deadLetters.Enqueue((updateId, shape));
        Signal();
        return Task.FromResult(TurnReceipt.Stored);
    }

    public async Task WaitForAsync(Func<ScriptedTurns, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            var came = Volatile.Read(ref _came).Task;
            if (condition(this))
            {
                return;
            }

            await came.WaitAsync(cancellationToken);
        }
    }

    private void Signal() => Interlocked.Exchange(ref _came, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
