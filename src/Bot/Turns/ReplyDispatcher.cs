using System.Collections.Concurrent;
using Outreach.Channels;
using Outreach.Content.Store;
using Outreach.Storage;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Sends replies after their turn is stored: in order within a conversation, many conversations at once.</summary>
internal sealed class ReplyDispatcher(
    IEnumerable<IChannelSender> senders,
    ReplyComposer composer,
    ContentStore content,
    ITurnStore store,
    ISubscriberStore subscribers,
    TimeProvider time,
    ILogger<ReplyDispatcher> log) : IAsyncDisposable
{
    private static readonly TimeSpan CompleteAgainAfter = TimeSpan.FromSeconds(2);
    private const int CompleteAttempts = 5;

    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(sender => sender.Channel, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, bool> _held = new();
    private readonly Dictionary<ChannelAddress, Task> _tails = [];
    private readonly Lock _gate = new();
    /// <summary>Never disposed: what is on its way still reads its token.</summary>
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Whether this process has it in hand already.</summary>
    public bool Holds(Guid outboxId) => _held.ContainsKey(outboxId);

    /// <summary>Takes a reply; it goes out after those that this conversation waits for already.</summary>
    /// <returns>Ends when it is sent or given up; need not be awaited.</returns>
    public Task Enqueue(HeldReply reply)
    {
        if (reply.OutboxId is { } id && !_held.TryAdd(id, true))
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            var before = _tails.GetValueOrDefault(reply.Address, Task.CompletedTask);
            var mine = SendAfterAsync(before, reply);
            _tails[reply.Address] = mine;
            _ = mine.ContinueWith(done => Forget(reply.Address, done), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return mine;
        }
    }

    /// <summary>Sends ahead of everything this conversation waits for: for an emergency.</summary>
    public Task SendNow(HeldReply reply) => SendAfterAsync(Task.CompletedTask, reply);

    /// <summary>Ends when nothing is on its way any more.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_tails.Values);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        await WhenIdleAsync();
    }

    private void Forget(ChannelAddress address, Task done)
    {
        lock (_gate)
        {
            if (_tails.TryGetValue(address, out var tail) && tail == done)
            {
                _tails.Remove(address);
            }
        }
    }

    private async Task SendAfterAsync(Task before, HeldReply reply)
    {
        await Task.Yield();
        await before;
        try
        {
            var outcome = await DeliverAsync(reply, _stopping.Token);
            if (reply.OutboxId is { } id)
            {
                await CompleteAsync(id, outcome, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: it stays in the outbox, and goes out at the next start.
        }
        catch (Exception fault)
        {
            TurnLog.SendFault(log, reply.Address.Channel, fault.GetType().Name);
        }
        finally
        {
            if (reply.OutboxId is { } id)
            {
                _held.TryRemove(id, out _);
            }
        }
    }

    private async Task<ReplyOutcome> DeliverAsync(HeldReply reply, CancellationToken cancellationToken)
    {
        if (!_senders.TryGetValue(reply.Address.Channel, out var sender))
        {
            TurnLog.NoSender(log, reply.Address.Channel);
            return ReplyOutcome.Failed;
        }

        var address = reply.Address;
        var moved = false;
        for (var attempt = 1; ; attempt++)
        {
            // Composed anew for each try: the content may have been mended meanwhile.
            var composed = composer.Compose(reply.Plan, content.Current, content.Today);
            switch (await sender.SendAsync(address, composed, SendPriority.Reply, cancellationToken))
            {
                case SendOutcome.Sent:
                    return ReplyOutcome.Sent;
                case SendOutcome.Retry retry when RetryRule.Next(retry, attempt, time.GetUtcNow() - reply.Since) is { } wait:
                    TurnLog.Retrying(log, address.Channel, retry.Failure, attempt, wait);
                    await Task.Delay(wait, time, cancellationToken);
                    break;
                case SendOutcome.Retry retry:
                    TurnLog.GivenUp(log, address.Channel, retry.Failure);
                    return ReplyOutcome.Failed;
                case SendOutcome.Moved to when !moved:
                    (address, moved) = (to.Address, true);
                    break;
                case SendOutcome.Moved:
                    TurnLog.GivenUp(log, address.Channel, SendFailure.UnknownAddress);
                    return ReplyOutcome.Failed;
                case SendOutcome.Refused refused:
                    TurnLog.GivenUp(log, address.Channel, refused.Failure);
                    return ReplyOutcome.Failed;
                case SendOutcome.Stopped:
                    await subscribers.StopAsync(address.Channel, address.Value, time.GetUtcNow(), cancellationToken);
                    return ReplyOutcome.Failed;
            }
        }
    }

    /// <summary>A mark that cannot be made leaves the reply in the outbox: it is sent a second time rather than lost.</summary>
    private async Task CompleteAsync(Guid id, ReplyOutcome outcome, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await store.CompleteAsync(id, outcome, cancellationToken);
                return;
            }
            catch (StoreUnavailableException) when (attempt < CompleteAttempts)
            {
                await Task.Delay(CompleteAgainAfter, time, cancellationToken);
            }
        }
    }
}
