namespace Outreach.Scheduler.Delivery;

/// <summary>Reserves deliveries a little ahead of the workers, and ends broadcasts that have none left.</summary>
internal sealed class DeliveryFeeder(DeliverySession session)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>When all that is left waits (for morning, say), so long between two looks at it: a look may pass a million rows.</summary>
    private static readonly TimeSpan CalmLook = TimeSpan.FromSeconds(15);

    private readonly DeliveryTools _tools = session.Tools;
    private TimeSpan _calm = Look;
    private long _looked;

    public async Task RunAsync()
    {
        try
        {
            while (session.MayCall())
            {
                var (rung, hunger) = (_tools.Bell.Next, session.Hunger.Next);
                await WaitAsync(await FeedAsync(), rung, hunger);
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
        if (_looked == 0 || session.Time.GetElapsedTime(_looked) >= Look)
        {
            var (count, isNew) = await _tools.Broadcasts.LoadAsync(session.Over);
            _calm = isNew ? Look : _calm;
            if (count == 0)
            {
                return Look;
            }

            _looked = session.Time.GetTimestamp();
        }

        var wanted = session.Room - session.InHand;
        if (wanted < session.Room / 2 || session.Sender.StoppedUntil is not null || session.Rest.IsNeeded && session.InHand > 0)
        {
            return Look;
        }

        var reserved = await _tools.Store.ReserveAsync(session.Sender.Channel, session.Fence, wanted, session.Over);
        if (reserved.Any(delivery => _tools.Broadcasts.Find(delivery.Key.BroadcastId) is null))
        {
            await _tools.Broadcasts.LoadAsync(session.Over);
        }

        session.Add(reserved);
        if (reserved.Count == wanted)
        {
            _calm = Look;
            return TimeSpan.Zero;
        }

        return await LittleLeftAsync(reserved.Count);
    }

    private async Task<TimeSpan> LittleLeftAsync(int reserved)
    {
        if (reserved > 0 || session.InHand > 0 || session.Busy > 0)
        {
            _calm = Look;
            return Soon(Look);
        }

        // Given back is also what was dropped because it could not begin for the moment.
        await _tools.Store.ReleaseAsync(session.Sender.Channel, session.Fence, session.Over);
        foreach (var done in await _tools.Store.EndFinishedAsync(session.Over))
        {
            DeliveryLog.Done(session.Log, done);
            _looked = 0;
        }

        var wait = Soon(_calm);
        _calm = _calm * 2 > CalmLook ? CalmLook : _calm * 2;
        return wait > Look ? await WaitCalmlyAsync(wait) : wait;
    }

    /// <summary>Only looks whether other broadcasts run; that is cheap.</summary>
    private async Task<TimeSpan> WaitCalmlyAsync(TimeSpan wait)
    {
        var until = session.Time.GetTimestamp();
        while (session.Time.GetElapsedTime(until) < wait && session.MayCall())
        {
            var rung = _tools.Bell.Next;
            await WaitAsync(Look, rung, rung);
            if (rung.IsCompleted || (await _tools.Broadcasts.LoadAsync(session.Over)).IsNew)
            {
                _calm = Look;
                break;
            }
        }

        return TimeSpan.Zero;
    }

    /// <summary>Not later than what is to be tried again comes due.</summary>
    private TimeSpan Soon(TimeSpan wait)
    {
        var now = session.Time.GetUtcNow();
        return session.Retries.After(now) is { } next && next - now < wait ? next - now : wait;
    }

    private async Task WaitAsync(TimeSpan wait, Task rung, Task hunger)
    {
        if (wait == TimeSpan.Zero)
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
