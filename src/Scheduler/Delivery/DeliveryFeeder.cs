namespace Outreach.Scheduler.Delivery;

/// <summary>Reserves deliveries a little ahead of the workers, and ends broadcasts that have none left.</summary>
internal sealed class DeliveryFeeder(DeliverySession session)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>When all that is left waits (for morning, say), so long between two looks at it.</summary>
    private static readonly TimeSpan CalmLook = TimeSpan.FromSeconds(5);

    private readonly DeliveryTools _tools = session.Tools;
    private TimeSpan _calm = Look;
    private long _looked;
    private long _ended;

    public async Task RunAsync()
    {
        try
        {
            while (session.MayCall())
            {
                var (rung, hunger) = (_tools.Bell.Next, session.Queue.WhenHungry());
                await WaitAsync(await FeedAsync(), rung, hunger);
                _calm = rung.IsCompleted ? Look : _calm;
            }
        }
        catch (OperationCanceledException) when (session.Over.IsCancellationRequested)
        {
            // Over.
        }
        catch (Exception fault)
        {
            // The edge: the next session begins when the database answers.
            DeliveryLog.StandsStill(session.Log, session.Sender.Channel, fault.GetType().Name);
        }

        session.End();
    }

    /// <returns>How long to wait for more to do.</returns>
    private async Task<TimeSpan> FeedAsync()
    {
        if (IsTime(_ended, CalmLook))
        {
            await EndFinishedAsync();
        }

        if (IsTime(_looked, Look))
        {
            var (count, isNew) = await _tools.Broadcasts.LoadAsync(session.Over);
            _calm = isNew ? Look : _calm;
            if (count == 0)
            {
                return Look;
            }

            _looked = session.Time.GetTimestamp();
        }

        if (session.Sender.StoppedUntil is { } silent)
        {
            return silent - session.Time.GetUtcNow() is var rest && rest > Look ? Look : rest;
        }

        var wanted = session.Queue.Room - session.Queue.Ready;
        if (wanted < session.Queue.Room / 2 || (session.Rest.IsNeeded && session.Queue.Ready > 0))
        {
            return Look;
        }

        var reserved = await _tools.Store.ReserveAsync(session.Sender.Channel, session.Fence, wanted, session.Over);
        if (reserved.Any(delivery => _tools.Broadcasts.Find(delivery.Key.BroadcastId) is null))
        {
            await _tools.Broadcasts.LoadAsync(session.Over);
        }

        session.Queue.Add(reserved);
        if (reserved.Count > 0 || !session.Queue.IsEmpty)
        {
            _calm = Look;
            return reserved.Count == wanted ? TimeSpan.Zero : Soon(Look);
        }

        return await NothingLeftAsync();
    }

    private async Task<TimeSpan> NothingLeftAsync()
    {
        // Given back is what was dropped because it could not begin for the moment.
        var dropped = await _tools.Store.ReleaseAsync(session.Sender.Channel, session.Fence, session.Over);
        var ended = await EndFinishedAsync();
        if (dropped > 0 || ended)
        {
            _calm = Look;
            return TimeSpan.Zero;
        }

        var wait = Soon(_calm);
        _calm = _calm * 2 > CalmLook ? CalmLook : _calm * 2;
        return wait;
    }

    private async Task<bool> EndFinishedAsync()
    {
        _ended = session.Time.GetTimestamp();
        var ended = await _tools.Control.EndFinishedAsync(session.Over);
        foreach (var broadcast in ended)
        {
            DeliveryLog.Done(session.Log, broadcast);
            _looked = 0;
        }

        return ended.Count > 0;
    }

    private bool IsTime(long last, TimeSpan period) => last == 0 || session.Time.GetElapsedTime(last) >= period;

    /// <summary>Not later than what is to be tried again comes due.</summary>
    private TimeSpan Soon(TimeSpan wait)
    {
        var now = session.Time.GetUtcNow();
        return session.Retries.After(now) is { } next && next - now < wait ? next - now : wait;
    }

    private async Task WaitAsync(TimeSpan wait, Task rung, Task hunger)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(session.Over);
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        await Task.WhenAny(rung, hunger, Task.Delay(whole, session.Time, enough.Token));
        await enough.CancelAsync();
        session.Over.ThrowIfCancellationRequested();
    }
}
