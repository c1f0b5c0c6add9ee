using System.Collections.Concurrent;
using Outreach.Bot.Metrics;
using Outreach.Channels;
using Outreach.Storage;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Sends replies after their turn is stored: in order within a conversation, many conversations at once.</summary>
internal sealed class ReplyDispatcher(
    ReplyTries tries,
    ITurnStore store,
    TurnTally tally,
    ReplyRights rights,
    TimeProvider time,
    ILogger<ReplyDispatcher> log) : IAsyncDisposable
{
    private static readonly TimeSpan MarkAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>False: its turn is being written; true: it is on its way, or sent and not yet marked.</summary>
    private readonly ConcurrentDictionary<Guid, bool> _held = new();

    /// <summary>What was marked since the sweep that runs looked; null when none runs.</summary>
    private volatile ConcurrentDictionary<Guid, bool>? _done;
    private readonly Dictionary<ChannelAddress, Task> _tails = [];
    private readonly HashSet<Task> _others = [];
    private readonly Lock _gate = new();

    /// <summary>Never disposed: what is on its way still reads its token.</summary>
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>What this process has in hand. To be asked before what is stored: the other way round a reply sent in between would be sent again.</summary>
    public IReadOnlyCollection<Guid> BeginSweep()
    {
        _done = new ConcurrentDictionary<Guid, bool>();
        return [.. _held.Keys];
    }

    public void EndSweep() => _done = null;

    /// <summary>Keeps sweeps off rows that are about to be written, until they are taken or this is disposed.</summary>
    public IDisposable Expect(IReadOnlyList<PendingReply> replies)
    {
        foreach (var reply in replies)
        {
            _held.TryAdd(reply.Id, false);
        }

        return new Expectation(_held, replies);
    }

    /// <summary>Takes a reply; it goes out after those that this conversation waits for already. A stored one stays stored where another node sends.</summary>
    /// <returns>Ends when it is sent or given up; need not be awaited.</returns>
    public Task Enqueue(HeldReply reply)
    {
        if (reply.OutboxId is { } id)
        {
            if (!rights.MaySend(reply.Address.Channel))
            {
                return Task.CompletedTask;
            }

            _held[id] = true;
        }

        return Chain(reply);
    }

    /// <summary>Takes what was found stored, unless it is in hand or was sent meanwhile.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TakeUp(HeldReply reply)
    {
        if (reply.OutboxId is not { } id || !_held.TryAdd(id, true))
        {
            return false;
        }

        if (_done?.ContainsKey(id) == true)
        {
            _held.TryRemove(id, out _);
            return false;
        }

        _ = Chain(reply);
        return true;
    }

    /// <summary>Whether what is stored for a channel is this node's to send, or to give up.</summary>
    public bool MaySend(string channel) => (tries.Knows(channel) || rights.HearsPeople) && rights.MaySend(channel);

    private Task Chain(HeldReply reply)
    {
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
    public Task SendNow(HeldReply reply) => Track(SendAfterAsync(Task.CompletedTask, reply));

    /// <summary>Holds a row of the outbox that stands in for something sent otherwise, and marks it when that is done.</summary>
    public void MarkAfter(Task sending, Guid outboxId)
    {
        _held[outboxId] = true;
        _ = Track(MarkAfterAsync(sending, outboxId));
    }

    /// <summary>Counts what follows a sending as on its way too: a stop waits for it.</summary>
    public void Follow(Task work) => _ = Track(work);

    /// <summary>Ends when nothing is on its way any more, and all of it is marked.</summary>
    public async Task WhenIdleAsync()
    {
        while (OnItsWay() is { Count: > 0 } tasks)
        {
            await Task.WhenAll(tasks);
        }
    }

    private List<Task> OnItsWay()
    {
        lock (_gate)
        {
            return [.. _tails.Values.Concat(_others).Where(task => !task.IsCompleted)];
        }
    }

    private Task Track(Task task)
    {
        lock (_gate)
        {
            _others.Add(task);
        }

        _ = task.ContinueWith(
            done =>
            {
                lock (_gate)
                {
                    _others.Remove(done);
                }
            },
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return task;
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
        var outcome = await TryDeliverAsync(reply);
        if (reply.OutboxId is not { } id)
        {
            return;
        }

        if (outcome is { } known)
        {
            tally.Done(reply.Address.Channel, known);
            _ = Track(MarkAsync(id, known)); // not awaited: the next reply need not wait for a database that is away
        }
        else
        {
            _held.TryRemove(id, out _);
        }
    }

    /// <summary>Null when it is to stay in the outbox.</summary>
    private async Task<ReplyOutcome?> TryDeliverAsync(HeldReply reply)
    {
        try
        {
            return await tries.DeliverAsync(reply, _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return null; // it goes out at the next start
        }
        catch (StoreUnavailableException)
        {
            return null; // what the channel said of the person could not be written: it is asked again
        }
        catch (Exception fault)
        {
            // It would fail in the same way for ever.
            TurnLog.SendFault(log, reply.Address.Channel, fault.GetType().Name);
            return ReplyOutcome.Failed;
        }
    }

    private async Task MarkAfterAsync(Task sending, Guid id)
    {
        await sending;
        if (_stopping.IsCancellationRequested)
        {
            _held.TryRemove(id, out _); // perhaps not sent: the next start does it
            return;
        }

        await MarkAsync(id, ReplyOutcome.Sent);
    }

    /// <summary>Goes on until it is marked, and holds it so long: what was sent is not sent again while this process lives.</summary>
    private async Task MarkAsync(Guid id, ReplyOutcome outcome)
    {
        try
        {
            while (!await TryMarkAsync(id, outcome))
            {
                await Task.Delay(MarkAgainAfter, time, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: it is sent a second time at the next start rather than lost.
        }
        finally
        {
            _done?.TryAdd(id, true); // first: a sweep must find it in one of the two
            _held.TryRemove(id, out _);
        }
    }

    private async Task<bool> TryMarkAsync(Guid id, ReplyOutcome outcome)
    {
        try
        {
            await store.CompleteAsync(id, outcome, _stopping.Token);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            TurnLog.NotMarked(log, fault.GetType().Name);
            return false;
        }
    }

    private sealed class Expectation(ConcurrentDictionary<Guid, bool> held, IReadOnlyList<PendingReply> replies) : IDisposable
    {
        public void Dispose()
        {
            foreach (var reply in replies)
            {
                held.TryRemove(new KeyValuePair<Guid, bool>(reply.Id, false));
            }
        }
    }
}
