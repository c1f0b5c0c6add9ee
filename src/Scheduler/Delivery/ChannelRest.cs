using Outreach.Channels;

namespace Outreach.Scheduler.Delivery;

/// <summary>
/// Rests from a channel that is away: after five faults in a row one message at a time tries it, with growing waits up to a minute,
/// until it answers. So an outage of hours uses up nobody's tries.
/// </summary>
internal sealed class ChannelRest(TimeProvider time) : IDisposable
{
    private const int Patience = 5;
    private const double LongestSeconds = 60;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private int _faults;

    /// <summary>Whether only one at a time may try.</summary>
    public bool IsNeeded => Volatile.Read(ref _faults) >= Patience;

    /// <summary>Waits for the permission to call once. To be disposed after <see cref="Note"/>; null when there is nothing to give back.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (!IsNeeded)
        {
            return null;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (IsNeeded)
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(LongestSeconds, Math.Pow(2, Math.Min(_faults - Patience, 10)))), time, cancellationToken);
            }
        }
        catch
        {
            _oneAtATime.Release();
            throw;
        }

        return new Permission(_oneAtATime);
    }

    public void Note(SendOutcome outcome)
    {
        if (outcome is SendOutcome.Retry { Failure: SendFailure.ChannelFault or SendFailure.Unreachable or SendFailure.Unanswered })
        {
            Interlocked.Increment(ref _faults);
        }
        else if (Volatile.Read(ref _faults) != 0)
        {
            Volatile.Write(ref _faults, 0);
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private sealed class Permission(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
