using System.Security.Cryptography;
using Outreach.Channels;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Subscribers;

namespace Outreach.Scheduler.Delivery;

/// <summary>Sends one message at a time. What it knows and the database does not is one outcome at most.</summary>
internal sealed class DeliveryWorker(DeliverySession session)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);

    private readonly DeliveryTools _tools = session.Tools;
    private readonly string _channel = session.Sender.Channel;

    /// <summary>What became of the last one; not yet written down.</summary>
    private DeliverySettlement? _before;

    /// <summary>It may or may not be written as being sent; it was not sent.</summary>
    private DeliveryKey? _uncertain;
    private (RunningBroadcast Broadcast, PauseReason Reason)? _pause;

    public async Task RunAsync()
    {
        try
        {
            while (!session.Over.IsCancellationRequested)
            {
                if (!session.Queue.TryTake(out var next))
                {
                    await WriteAsync();
                    next = await session.Queue.TakeAsync(session.Over);
                }

                try
                {
                    await HandleAsync(next.Delivery, next.Since);
                }
                finally
                {
                    session.Queue.Finish();
                }
            }
        }
        catch (OperationCanceledException) when (session.Over.IsCancellationRequested)
        {
            // Over.
        }
        catch (Exception fault)
        {
            // The edge: whatever it was, nothing more is begun before all that is known is written down.
            DeliveryLog.StandsStill(session.Log, _channel, fault.GetType().Name);
        }

        session.End();
        await WriteForSureAsync();
    }

    private async Task HandleAsync(ReservedDelivery next, long since)
    {
        if (_tools.Broadcasts.Find(next.Key.BroadcastId) is not { } broadcast)
        {
            await BeginAsync(next.Key); // it runs no more: its row goes back
            return;
        }

        if (broadcast.In(next.Language) is not { } reply)
        {
            await PauseAsync(broadcast, PauseReason.BadContent);
            return;
        }

        if (session.Rest.IsNeeded || session.Sender.StoppedUntil is not null)
        {
            await WriteAsync();
            await session.Sender.WhenOpenAsync(session.Over);
        }

        using var permission = await session.Rest.EnterAsync(session.Over);
        if (!session.MayCall() || !session.IsFresh(since))
        {
            session.End(); // what is reserved goes back; a new session takes what may be sent by then
            return;
        }

        if (await BeginAsync(next.Key))
        {
            await SendAsync(broadcast, next, reply);
        }
    }

    private async Task<bool> BeginAsync(DeliveryKey next)
    {
        _uncertain = next;
        var begun = await _tools.Store.BeginAsync(_channel, session.Fence, next, _before, CancellationToken.None);
        _uncertain = null;

        // Until its call is over: should anything go wrong before it, nothing was sent.
        _before = begun ? new DeliverySettlement(next, DeliveryState.Pending) : null;
        return begun;
    }

    private async Task SendAsync(RunningBroadcast broadcast, ReservedDelivery next, Reply reply)
    {
        if (Open(next) is not { } address)
        {
            _before = next.Address is null ? _before : new DeliverySettlement(next.Key, DeliveryState.Failed, DeliveryCause.UnknownAddress);
            return;
        }

        if (await CallAsync(address, reply) is not { } outcome)
        {
            return;
        }

        if (outcome is SendOutcome.Moved moved)
        {
            await CorrectAsync(next.Key.SubscriberId, moved.Address);
            if (await CallAsync(moved.Address, reply) is not { } again)
            {
                return;
            }

            outcome = again;
        }

        session.Rest.Note(outcome);
#pragma warning disable CA5394 // Chance, not secrecy.
        var decision = DeliveryRules.After(outcome, next.Attempts, broadcast.ListsDoubts, session.Time.GetUtcNow(), Random.Shared.NextDouble());
#pragma warning restore CA5394
        _before = decision.Of(next.Key);
        await NoteAsync(broadcast, decision);
        if (outcome is SendOutcome.Retry { Failure: SendFailure.TooMany })
        {
            await _tools.Leases.WriteSilenceAsync(_channel, session.Abandoned);
        }
    }

    /// <returns>Null when nothing was sent.</returns>
    private async Task<SendOutcome?> CallAsync(ChannelAddress address, Reply reply)
    {
        try
        {
            return await session.Sender.TrySendAsync(address, reply, SendPriority.Broadcast, session.MayCall, session.Over, session.Abandoned);
        }
        catch (OperationCanceledException) when (session.Abandoned.IsCancellationRequested)
        {
            return new SendOutcome.Retry(SendFailure.Unanswered, null); // cut off by the stop
        }
        catch (Exception fault)
        {
            // A fault of ours, perhaps after the call: nobody is written to for ever because of it.
            DeliveryLog.CallFault(session.Log, _channel, fault.GetType().Name);
            return new SendOutcome.Retry(SendFailure.Unanswered, null);
        }
    }

    private async Task NoteAsync(RunningBroadcast broadcast, DeliveryDecision decision)
    {
        if (decision.NotBefore is { } at)
        {
            session.Retries.Add(at);
        }

        if (decision.State != DeliveryState.Pending)
        {
            broadcast.Meter.Count();
        }

        if (decision.IsDoubt)
        {
            DeliveryLog.Doubt(session.Log, broadcast.Id, _channel, decision.State == DeliveryState.Pending ? "sent again" : "not sent again");
        }

        var failing = broadcast.Watch.Note(decision);
        if ((decision.Pauses ?? (failing ? PauseReason.TooManyFailures : null)) is { } reason)
        {
            await PauseAsync(broadcast, reason);
        }
    }

    private async Task PauseAsync(RunningBroadcast broadcast, PauseReason reason)
    {
        _pause = (broadcast, reason);
        if (await _tools.Control.PauseAsync(broadcast.Id, reason, session.Abandoned))
        {
            DeliveryLog.PausedItself(session.Log, broadcast.Id, reason);
        }

        _pause = null;
    }

    private async Task CorrectAsync(Guid subscriberId, ChannelAddress address) => await _tools.Store.CorrectAddressAsync(
        subscriberId, _tools.Keys.ConversationKey(address.Channel, address.Value), _tools.Keys.SealAddress(Subscriber.Table, subscriberId, address.Value), session.Abandoned);

    /// <summary>Null when they left meanwhile, or it cannot be opened.</summary>
    private ChannelAddress? Open(ReservedDelivery delivery)
    {
        try
        {
            return delivery.Address is { } address
                ? new ChannelAddress(_channel, _tools.Keys.OpenAddress(Subscriber.Table, delivery.Key.SubscriberId, address))
                : null;
        }
        catch (CryptographicException fault)
        {
            DeliveryLog.AddressNotOpened(session.Log, fault.GetType().Name);
            return null;
        }
    }

    private async Task WriteAsync()
    {
        if (_before is { } before)
        {
            await _tools.Store.SettleAsync(_channel, session.Fence, before, CancellationToken.None);
            _before = null;
        }
    }

    /// <summary>Goes on until all that this worker knows is written down: it may be the only one who knows that a message was sent.</summary>
    private async Task WriteForSureAsync()
    {
        while (_before is not null || _uncertain is not null || _pause is not null)
        {
            try
            {
                await WriteAsync();
                if (_uncertain is { } key)
                {
                    await _tools.Store.SettleAsync(_channel, session.Fence, new DeliverySettlement(key, DeliveryState.Pending), CancellationToken.None);
                    _uncertain = null;
                }

                if (_pause is { } pause)
                {
                    await PauseAsync(pause.Broadcast, pause.Reason);
                }
            }
            catch (Exception) when (!session.Abandoned.IsCancellationRequested)
            {
                await Task.Delay(BetweenTries, session.Time, session.Abandoned).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                DeliveryLog.OutcomesLost(session.Log, _channel);
                return;
            }
        }
    }
}
