namespace Outreach.Scheduler.Delivery;

/// <summary>Wakes whoever waits. To miss nothing: take <see cref="Next"/>, look for work, then wait for it.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise()
    {
        if (Volatile.Read(ref _next) is { Task.IsCompleted: false })
        {
            Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }
}
